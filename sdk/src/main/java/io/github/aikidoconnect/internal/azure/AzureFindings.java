package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.internal.azure.AzureException.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts about an organization, its token and a project.
 *
 * @param organization whether the organization exists
 * @param owner the owner of the token
 * @param scopes the result of checking each scope; {@link TokenScope#CODE} is missing if there was no project to check
 *     it on
 * @param excess the result of checking each scope that Aikido does not need
 * @param project the project, empty if none was requested
 * @param repositories its repositories, Git ones first; empty if no project was requested
 * @param tfvcFailure the reason why the TFVC repository of the project could not be read
 * @param overview the number of projects and repositories that the token can see; empty if a project was requested, or
 *     no overview
 */
public record AzureFindings(
        Attempt<Boolean> organization,
        Attempt<TokenOwner> owner,
        Map<TokenScope, Attempt<Boolean>> scopes,
        Map<ExcessScope, Attempt<Boolean>> excess,
        Optional<Attempt<AzureProject>> project,
        Optional<Attempt<List<AzureRepository>>> repositories,
        Optional<AzureException> tfvcFailure,
        Optional<AzureOverview> overview) {

    /** Returns a copy with the result of listing the repositories. */
    AzureFindings withCode(Optional<Attempt<Boolean>> code) {
        Map<TokenScope, Attempt<Boolean>> all = new EnumMap<>(TokenScope.class);
        all.putAll(scopes);
        code.ifPresent(attempt -> all.put(TokenScope.CODE, attempt));
        return new AzureFindings(organization, owner, all, excess, project, repositories, tfvcFailure, overview);
    }

    /** Returns the findings about an organization, without a project. */
    public static AzureFindings of(OrganizationFindings common) {
        return new AzureFindings(
                common.organization(),
                common.owner(),
                common.scopes(),
                common.excess(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns whether the organization does not exist. A token that was accepted proves more than an anonymous answer. */
    public boolean organizationIsMissing() {
        boolean told = organization.value().map(exists -> !exists).orElse(owner.failedWith(Kind.NOT_FOUND));
        return told && !tokenIsAccepted();
    }

    /** Returns whether any call succeeded with the token. */
    public boolean tokenIsAccepted() {
        return owner.succeeded() || scopes.values().stream().anyMatch(Attempt::succeeded);
    }

    /**
     * Returns whether a scope is missing. A token that is accepted elsewhere may be sent to the sign-in page where it
     * lacks the scope, so this counts like a 401.
     */
    public boolean lacks(TokenScope scope) {
        return isRefused(scopes.get(scope));
    }

    /**
     * Returns whether the token is a pipeline's job token, which lists only the repositories that the pipeline
     * references.
     */
    public boolean ownerIsBuildService() {
        return owner.value().map(TokenOwner::buildService).orElse(false);
    }

    /** Returns the granted scopes that Aikido does not need. */
    public List<ExcessScope> open() {
        return excess.entrySet().stream()
                .filter(probe -> probe.getValue().succeeded())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns whether each of these calls was either allowed or refused. Any other answer proves nothing. */
    public boolean excessIsKnown() {
        return excess.values().stream().allMatch(probe -> probe.succeeded() || isRefused(probe));
    }

    private static boolean isRefused(@Nullable Attempt<Boolean> probe) {
        return probe != null && (probe.failedWith(Kind.REFUSED) || probe.failedWith(Kind.TOKEN_REJECTED));
    }

    /** Returns whether any call reported that the token has expired. */
    public boolean tokenHasExpired() {
        return Stream.concat(Stream.of(owner), scopes.values().stream())
                .anyMatch(attempt -> attempt.failedWith(Kind.TOKEN_EXPIRED));
    }

    /** Returns whether the service rejected the token for all calls, not only for one. */
    public boolean tokenIsRejected() {
        return !tokenIsAccepted() && (owner.failedWith(Kind.TOKEN_REJECTED) || owner.failedWith(Kind.REFUSED));
    }
}
