package io.github.aikidoconnect.simulator.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * An access token of Microsoft Entra for Azure DevOps. It has all permissions of its owner, and is the only kind of
 * token that can manage the personal access tokens of a person.
 *
 * @param value the secret
 * @param owner the display name of its owner
 * @param email the owner's e-mail address
 * @param servicePrincipal whether its owner is a service principal, which cannot manage personal access tokens
 * @param expired whether it has expired
 */
@RecordBuilder
public record EntraToken(String value, String owner, String email, boolean servicePrincipal, boolean expired)
        implements EntraTokenBuilder.With {
    public EntraToken {
        owner = owner == null ? "Kim Sample" : owner;
        email = email == null ? "kim.sample@example.com" : email;
    }

    /** Returns a personal access token of the same person with full access. */
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
