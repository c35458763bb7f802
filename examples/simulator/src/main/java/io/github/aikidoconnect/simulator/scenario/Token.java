package io.github.aikidoconnect.simulator.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;

/**
 * A personal access token of Azure DevOps.
 *
 * @param value the secret
 * @param owner the display name of the person whose token it is
 * @param email that person's address: the service puts it into a header of every answer
 * @param organizations the organizations that it is good for; none stands for all
 * @param scopes its scopes, such as {@code vso.code}
 * @param expired whether its time has passed
 * @param fullAccess whether it has every scope
 * @param id its authorization id; made from the value when absent
 * @param name the name that its owner gave it
 * @param validFrom since when it is good, ISO-8601
 * @param validTo until when it is good, ISO-8601
 */
@RecordBuilder
public record Token(
        String value,
        String owner,
        String email,
        List<String> organizations,
        List<String> scopes,
        boolean expired,
        boolean fullAccess,
        String id,
        String name,
        String validFrom,
        String validTo)
        implements TokenBuilder.With {
    public Token {
        owner = owner == null ? "Kim Sample" : owner;
        email = email == null ? "kim.sample@example.com" : email;
        organizations = organizations == null ? List.of() : List.copyOf(organizations);
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
        id = id == null ? Ids.of("token", value) : id;
        name = name == null ? "Token" : name;
        validFrom = validFrom == null ? "2026-01-15T08:00:00Z" : validFrom;
        validTo = validTo == null ? "2099-01-01T00:00:00Z" : validTo;
    }

    /** Whether its time has passed by now. */
    public boolean hasEnded() {
        return expired || !Instant.parse(validTo).isAfter(Instant.now());
    }

    /** The GUID of the person. */
    public String ownerId() {
        return Ids.of("user", email);
    }

    /** Whether the token is good for the organization. */
    public boolean reaches(String organization) {
        return organizations.isEmpty() || organizations.stream().anyMatch(organization::equalsIgnoreCase);
    }

    /**
     * Whether the token has the scope, has a wider one of the same family ({@code vso.code_write} includes
     * {@code vso.code}) or has one that implies it ({@code vso.code} implies {@code vso.profile}).
     */
    public boolean grants(String scope) {
        return fullAccess
                || scopes.stream().anyMatch(own -> own.equals(scope) || own.startsWith(scope + "_"))
                || (scope.equals("vso.profile") && grants("vso.code"));
    }

    /** A copy without a scope. */
    public Token without(String scope) {
        return withScopes(scopes.stream().filter(own -> !own.equals(scope)).toList());
    }
}
