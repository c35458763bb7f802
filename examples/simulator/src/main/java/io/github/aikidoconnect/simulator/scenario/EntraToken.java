package io.github.aikidoconnect.simulator.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * An access token of Microsoft Entra for Azure DevOps. It opens everything that its owner may, and is the only one that
 * opens the personal access tokens of a person.
 *
 * @param value the secret
 * @param owner the display name of whose token it is
 * @param email that person's address
 * @param servicePrincipal whether it is not a person's: then it opens everything but personal access tokens
 * @param expired whether its time has passed
 */
@RecordBuilder
public record EntraToken(String value, String owner, String email, boolean servicePrincipal, boolean expired)
        implements EntraTokenBuilder.With {
    public EntraToken {
        owner = owner == null ? "Kim Sample" : owner;
        email = email == null ? "kim.sample@example.com" : email;
    }

    /** The same person as the owner of a personal access token that opens everything. */
    public Token asToken() {
        return TokenBuilder.builder()
                .value(value)
                .owner(owner)
                .email(email)
                .expired(expired)
                .fullAccess(true)
                .build();
    }
}
