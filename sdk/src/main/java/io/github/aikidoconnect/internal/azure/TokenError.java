package io.github.aikidoconnect.internal.azure;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The reasons why Azure DevOps refuses to create, change or revoke a token: the values of {@code patTokenError} in
 * Microsoft's description of the API for personal access tokens (7.1-preview.1), grouped by the action that they
 * require. The description explains the values hardly beyond their names.
 */
public enum TokenError {
    /** A policy of the tenant or of the organization forbids it, or could not be read. */
    POLICY("accessDenied", "failedToReadTenantPolicy", "fullScopePatPolicyViolation", "globalPatPolicyViolation"),
    /** The lifespan exceeds what a policy or the service allows. */
    LIFESPAN("invalidValidTo", "patLifespanPolicyViolation"),
    /** The name is invalid. */
    NAME("displayNameRequired", "invalidDisplayName"),
    /** The caller is not a person of this organization. */
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
    /** The token does not exist. */
    GONE("authorizationNotFound", "invalidAuthorizationId", "tokenNotFound"),
    /** The service failed. */
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

    /** Returns the reason for a value, case-insensitive; empty if the value is unknown. */
    public static Optional<TokenError> of(String value) {
        return Arrays.stream(values())
                .filter(error -> error.values.stream().anyMatch(value::equalsIgnoreCase))
                .findFirst();
    }
}
