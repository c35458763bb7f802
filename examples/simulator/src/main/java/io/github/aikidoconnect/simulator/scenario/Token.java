package io.github.aikidoconnect.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token of Azure DevOps: a personal access token or a pipeline's job token.
 *
 * @param value the secret
 * @param owner the display name of the person whose token it is
 * @param email that person's address: the service puts it into a header of every answer
 * @param organizations the organizations that it is valid for; none means all
 * @param scopes its scopes, such as {@code vso.code}
 * @param expired whether it has expired
 * @param fullAccess whether it has every scope
 * @param id its authorization id; made from the value when absent
 * @param name the name that its owner gave it
 * @param validFrom the start of its validity, ISO-8601
 * @param validTo the end of its validity, ISO-8601
 * @param scheme how it must be sent; Basic when absent
 * @param references the names of the Git repositories that the pipeline of a job's token references: the token belongs
 *     to the build service, and lists only these. Absent for a token of a person
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
        String validTo,
        Scheme scheme,
        @Nullable List<String> references)
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
        scheme = scheme == null ? Scheme.BASIC : scheme;
        references = references == null ? null : List.copyOf(references);
    }

    /** How a token must be sent. */
    public enum Scheme {
        /** As a password, like personal access tokens. */
        @JsonProperty("basic")
        BASIC,
        /** As a bearer token. */
        @JsonProperty("bearer")
        BEARER,
        /** In either form. */
        @JsonProperty("either")
        EITHER
    }

    /** Returns whether its owner is the build service of a project, whose name ends with the organization. */
    public boolean ofBuildService() {
        return references != null;
    }

    /** Returns whether a list of Git repositories contains the given one. */
    public boolean lists(GitRepository repository) {
        return references == null || references.contains(repository.name());
    }

    /** Returns whether it has expired by now. */
    public boolean hasEnded() {
        return expired || !Instant.parse(validTo).isAfter(Instant.now());
    }

    /** Returns the GUID of the owner. */
    public String ownerId() {
        return Ids.of("user", email);
    }

    /** Returns whether the token is valid for the organization. */
    public boolean reaches(String organization) {
        return organizations.isEmpty() || organizations.stream().anyMatch(organization::equalsIgnoreCase);
    }

    /**
     * Returns whether the token has the scope, a wider one of the same family ({@code vso.code_write} includes {@code
     * vso.code}) or one that implies it ({@code vso.code} implies {@code vso.profile}).
     */
    public boolean grants(String scope) {
        return fullAccess
                || scopes.stream().anyMatch(own -> own.equals(scope) || own.startsWith(scope + "_"))
                || (scope.equals("vso.profile") && grants("vso.code"));
    }

    /** Returns a copy without a scope. */
    public Token without(String scope) {
        return withScopes(scopes.stream().filter(own -> !own.equals(scope)).toList());
    }
}
