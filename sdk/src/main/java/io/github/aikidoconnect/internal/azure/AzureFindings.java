package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.internal.azure.AzureException.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about an organization, its token and a project.
 *
 * @param organization whether it exists
 * @param owner whose the token is
 * @param scopes what became of the probe of each scope; {@link TokenScope#CODE} is missing where no project was there to
 *     try it on
 * @param excess what became of the probe of each scope that need not be open
 * @param project the project, empty where none was asked for
 * @param repositories its repositories, Git ones first; empty where no project was asked for
 * @param tfvcFailure why the TFVC repository of the project could not be read
 * @param overview how much the token sees, where that was asked for and no project
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

    /** Returns the same with the result of the probe that lists repositories. */
    AzureFindings withCode(Optional<Attempt<Boolean>> code) {
        Map<TokenScope, Attempt<Boolean>> all = new EnumMap<>(TokenScope.class);
        all.putAll(scopes);
        code.ifPresent(attempt -> all.put(TokenScope.CODE, attempt));
        return new AzureFindings(organization, owner, all, excess, project, repositories, tfvcFailure, overview);
    }

    /** Returns the findings about an organization, without any project. */
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

    /** Returns whether the organization is there: a token that it accepted proves more than an anonymous answer. */
    public boolean organizationIsMissing() {
        boolean told = organization.value().map(exists -> !exists).orElse(owner.failedWith(Kind.NOT_FOUND));
        return told && !tokenIsAccepted();
    }

    /** Returns whether the token opens anything at all. */
    public boolean tokenIsAccepted() {
        return owner.succeeded() || scopes.values().stream().anyMatch(Attempt::succeeded);
    }

    /**
     * Returns whether a scope is missing. A token that is accepted elsewhere may be sent to the sign-in page where it
     * lacks the scope, so that counts like the 401.
     */
    public boolean lacks(TokenScope scope) {
        return isRefused(scopes.get(scope));
    }

    /** Returns whether the token is that of a pipeline's job: its lists then show only what the pipeline references. */
    public boolean ownerIsBuildService() {
        return owner.value().map(TokenOwner::buildService).orElse(false);
    }

    /** Returns the scopes that are open and need not be. */
    public List<ExcessScope> open() {
        return excess.entrySet().stream()
                .filter(probe -> probe.getValue().succeeded())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns whether each of those probes was either open or refused: any other answer says nothing. */
    public boolean excessIsKnown() {
        return excess.values().stream().allMatch(probe -> probe.succeeded() || isRefused(probe));
    }

    private static boolean isRefused(@Nullable Attempt<Boolean> probe) {
        return probe != null && (probe.failedWith(Kind.REFUSED) || probe.failedWith(Kind.TOKEN_REJECTED));
    }

    /** Returns whether any call said that the token has expired. */
    public boolean tokenHasExpired() {
        return Stream.concat(Stream.of(owner), scopes.values().stream())
                .anyMatch(attempt -> attempt.failedWith(Kind.TOKEN_EXPIRED));
    }

    /** Returns whether the service turned the token down as a whole rather than for one call. */
    public boolean tokenIsRejected() {
        return !tokenIsAccepted() && (owner.failedWith(Kind.TOKEN_REJECTED) || owner.failedWith(Kind.REFUSED));
    }
}
