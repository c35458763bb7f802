package io.github.aikidoconnect.internal.azure;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Why Azure DevOps makes, changes or revokes no token: the values of {@code patTokenError} in Microsoft's description of
 * the API for personal access tokens (7.1-preview.1), put together by what a person has to do about them. What is said
 * of the single values is little more than their names.
 */
public enum TokenError {
    /** A policy of the tenant or of the organization forbids it, or could not be read. */
    POLICY("accessDenied", "failedToReadTenantPolicy", "fullScopePatPolicyViolation", "globalPatPolicyViolation"),
    /** It would be valid for longer than a policy or the service allows. */
    LIFESPAN("invalidValidTo", "patLifespanPolicyViolation"),
    /** It cannot have this name. */
    NAME("displayNameRequired", "invalidDisplayName"),
    /** Who asks is not a person of this organization. */
    PERSON(
            "deploymentHostNotSupported",
            "hostAuthorizationNotFound",
            "invalidAudience",
            "invalidClient",
            "invalidClientId",
            "invalidClientType",
            "invalidSource",
            "invalidSourceIP",
            "invalidSubject",
            "invalidTargetAccounts",
            "invalidToken",
            "invalidTokenType",
            "invalidUserId",
            "invalidUserType",
            "sourceNotSupported",
            "userIdRequired"),
    /** There is no such token. */
    GONE("authorizationNotFound", "invalidAuthorizationId", "tokenNotFound"),
    /** The service could not do it. */
    SERVICE(
            "duplicateHash",
            "failedToIssueAccessToken",
            "failedToUpdateAccessToken",
            "invalidScope",
            "sshPolicyDisabled");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes no other.
    private final Set<String> values;

    TokenError(String... values) {
        this.values = Set.of(values);
    }

    /** Finds what a value stands for, in any case; empty for one that is not known. */
    public static Optional<TokenError> of(String value) {
        return Arrays.stream(values())
                .filter(error -> error.values.stream().anyMatch(value::equalsIgnoreCase))
                .findFirst();
    }
}
