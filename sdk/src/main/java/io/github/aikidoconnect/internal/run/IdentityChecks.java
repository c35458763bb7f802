package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.internal.azure.Attempt;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureFindings;
import io.github.aikidoconnect.internal.azure.TokenScope;
import java.util.Optional;

/**
 * Judges the permissions of an identity by the calls that show the scopes of a token. An identity has no scopes, and it
 * is never handed over to Aikido, so only the calls that this run needs can fail.
 */
final class IdentityChecks {

    private final AzureFindings findings;
    private final IdentityProblems texts;
    private final CheckList checks;

    IdentityChecks(AzureFindings findings, IdentityProblems texts, CheckList checks) {
        this.findings = findings;
        this.texts = texts;
        this.checks = checks;
    }

    void check() {
        for (TokenScope scope : TokenScope.values()) {
            check(scope, AzureChecks.idOf(scope));
        }
        checks.skipped(
                "A " + texts.title() + " has no scopes. Its permissions are those that the organization gave it.",
                CheckId.SCOPE_EXCESS);
    }

    private void check(TokenScope scope, CheckId id) {
        Optional<Attempt<Boolean>> attempt =
                Optional.ofNullable(findings.scopes().get(scope));
        if (findings.lacks(scope) && isNeeded(scope)) {
            String detail = attempt.flatMap(Attempt::failure)
                    .map(AzureException::detail)
                    .orElse("");
            checks.failed(id, texts.refused(what(scope), detail));
            return;
        }
        String finding = findings.lacks(scope)
                ? " It may not read " + what(scope) + ", which only a token for Aikido has to."
                : attempt.filter(Attempt::succeeded).isPresent() ? " It may read " + what(scope) + "." : "";
        checks.skipped("A " + texts.title() + " has no scopes." + finding, id);
    }

    private static boolean isNeeded(TokenScope scope) {
        return scope == TokenScope.CODE || scope == TokenScope.PROJECT_AND_TEAM;
    }

    private static String what(TokenScope scope) {
        return switch (scope) {
            case CODE -> "the repositories";
            case MEMBER_ENTITLEMENT_MANAGEMENT -> "the entitlements";
            case PROJECT_AND_TEAM -> "the projects and teams";
            case USER_PROFILE -> "the profile";
        };
    }
}
