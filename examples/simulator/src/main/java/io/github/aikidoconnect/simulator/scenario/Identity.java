package io.github.aikidoconnect.simulator.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identity of Microsoft Entra: an application with its service principal, or a managed identity.
 *
 * @param name the name that Azure DevOps shows
 * @param tenantId the id of the tenant
 * @param clientId the id of the application
 * @param secret its client secret, null for none
 * @param secretExpired whether the secret has expired
 * @param federatedTokens the tokens of other issuers that it trusts
 * @param serviceConnectionId the id of the service connection of Azure Pipelines that it trusts, null for none
 * @param managed whether it is assigned to the machine
 * @param organizations the organizations that it was added to
 * @param permissions what its access level and groups allow, as the scopes of a token, such as {@code vso.code}
 * @param tokenSeconds how long its access tokens are valid; an hour when absent
 */
@RecordBuilder
public record Identity(
        String name,
        String tenantId,
        String clientId,
        @Nullable String secret,
        boolean secretExpired,
        List<String> federatedTokens,
        @Nullable String serviceConnectionId,
        boolean managed,
        List<String> organizations,
        List<String> permissions,
        int tokenSeconds)
        implements IdentityBuilder.With {
    public Identity {
        federatedTokens = federatedTokens == null ? List.of() : List.copyOf(federatedTokens);
        organizations = organizations == null ? List.of() : List.copyOf(organizations);
        permissions = permissions == null ? List.of() : List.copyOf(permissions);
        tokenSeconds = tokenSeconds == 0 ? 3599 : tokenSeconds;
    }

    /** Returns whether it was added to an organization. */
    public boolean isUserOf(String organization) {
        return organizations.stream().anyMatch(organization::equalsIgnoreCase);
    }

    /**
     * Returns an access token of this identity for Azure DevOps.
     *
     * @param validTo the end of its validity, ISO-8601
     */
    public Token token(String value, String validTo) {
        return TokenBuilder.builder()
                .value(value)
                .owner(name)
                .email(clientId)
                .organizations(organizations)
                .scopes(permissions)
                .validTo(validTo)
                .scheme(Token.Scheme.BEARER)
                .build();
    }
}
