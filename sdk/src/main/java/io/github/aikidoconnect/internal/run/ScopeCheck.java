package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.internal.aikido.AikidoFindings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks an API client that Aikido accepts, by the scopes that its access token names. */
final class ScopeCheck {

    private static final String ACCEPTED = "Aikido accepts the API client";

    private final AikidoFindings findings;
    private final ProblemTexts texts;
    private final CheckList checks;

    ScopeCheck(AikidoFindings findings, ProblemTexts texts, CheckList checks) {
        this.findings = findings;
        this.texts = texts;
        this.checks = checks;
    }

    /** Returns the scopes that are known to be missing. */
    static List<String> missing(AikidoFindings findings, Set<String> needed) {
        return granted(findings)
                .map(granted -> needed.stream()
                        .filter(scope -> !granted.contains(scope))
                        .toList())
                .orElse(List.of());
    }

    /** Returns the scopes, unless they lack one that a successful call needed: such a list is not reliable. */
    private static Optional<Set<String>> granted(AikidoFindings findings) {
        return findings.scopes()
                .filter(scopes ->
                        scopes.contains("basics:read") || findings.workspace().isEmpty())
                .filter(scopes -> scopes.contains("repositories:read")
                        || findings.repositories().isEmpty());
    }

    /** Adds the check of a client that lacks no scope that the run certainly needs. */
    void check(NeededScopes needed) {
        List<String> lacking = missing(findings, needed.possible());
        if (granted(findings).isEmpty() && !needed.certain().isEmpty()) {
            checks.unknown(
                    CheckId.AIKIDO_CREDENTIALS,
                    ACCEPTED
                            + ", but its access token does not list its scopes. It is not known whether it has "
                            + String.join(" and ", needed.certain()) + ".");
        } else if (!lacking.isEmpty()) {
            checks.warning(
                    CheckId.AIKIDO_CREDENTIALS,
                    ACCEPTED + ". It lacks the scope " + String.join(", ", lacking)
                            + ", which is needed to hand a token over when Aikido loses its connection.",
                    texts.aikido().clientLacks(lacking.get(0)).fix() + " Or set "
                            + texts.names().of(Setting.HANDOVER) + " to never.");
        } else {
            checks.passed(CheckId.AIKIDO_CREDENTIALS, ACCEPTED + ".");
        }
    }
}
