package io.github.aikidoconnect.internal.azure.pat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.internal.azure.AzureCalls;
import io.github.aikidoconnect.internal.azure.TokenScope;
import io.github.aikidoconnect.internal.http.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The record of a personal access token in Azure DevOps: everything except its value.
 *
 * @param id the authorization id, with which it is revoked
 * @param name its name
 * @param scopes the names of its scopes in Azure DevOps' API, sorted
 * @param validFrom the start of its validity, empty if not returned
 * @param validTo the end of its validity, empty if not returned
 * @param organizations the ids of the organizations that it is valid for; empty for all organizations of its owner
 */
public record TokenRecord(
        String id,
        String name,
        Set<String> scopes,
        Optional<Instant> validFrom,
        Optional<Instant> validTo,
        Optional<Set<String>> organizations) {

    /**
     * The end of tokens for all organizations: azure-devops-docs, release notes of sprint 270 at 790354b, read in
     * 2026-11.
     */
    public static final String END_OF_GLOBAL_TOKENS =
            "From 2026-12-01, Azure DevOps does not accept tokens that are valid for all organizations.";

    /** Full access: all scopes. From Microsoft's examples of the API (7.1). */
    private static final String FULL_ACCESS = "app_token";

    public TokenRecord {
        scopes = Collections.unmodifiableSortedSet(new TreeSet<>(scopes));
    }

    static TokenRecord of(JsonNode json) {
        JsonNode accounts = json.path("targetAccounts");
        Set<String> organizations = new TreeSet<>();
        accounts.forEach(account -> organizations.add(account.asText().toLowerCase(Locale.ROOT)));
        return new TokenRecord(
                AzureCalls.required(json, "authorizationId"),
                Json.text(json, "displayName").orElse(""),
                scopes(Json.text(json, "scope").orElse("")),
                instant(json, "validFrom"),
                instant(json, "validTo"),
                accounts.isArray() ? Optional.of(organizations) : Optional.empty());
    }

    /** Returns a copy with another name. */
    public TokenRecord withName(String other) {
        return new TokenRecord(id, other, scopes, validFrom, validTo, organizations);
    }

    private static Set<String> scopes(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+"))
                .filter(scope -> !scope.isEmpty())
                .map(scope -> scope.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Optional<Instant> instant(JsonNode json, String member) {
        try {
            return Json.text(json, member)
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Returns whether the token is valid for every organization of its owner. */
    public boolean isForAllOrganizations() {
        return organizations.isEmpty();
    }

    /**
     * Returns whether a scope is granted: by itself, by a wider one of the same family ({@code vso.code_write} for
     * {@code vso.code}), by one that implies it, or by full access.
     */
    public boolean grants(TokenScope scope) {
        return scopes.contains(FULL_ACCESS)
                || scopes.stream().anyMatch(own -> own.equals(scope.id()) || own.startsWith(scope.id() + "_"))
                // In Microsoft's table, the scope for code includes the scope for the profile.
                || (scope == TokenScope.USER_PROFILE && grants(TokenScope.CODE));
    }

    /** Returns which of the four scopes the token lacks. */
    public List<TokenScope> missing() {
        return Arrays.stream(TokenScope.values())
                .filter(scope -> !grants(scope))
                .toList();
    }

    /** Returns the scopes beyond the four. */
    public List<String> excess() {
        List<String> excess = new ArrayList<>(scopes);
        for (TokenScope scope : TokenScope.values()) {
            excess.remove(scope.id());
        }
        return excess;
    }

    /** Returns whether the token has exactly the four scopes for one organization. */
    public boolean fits() {
        return missing().isEmpty() && excess().isEmpty() && !isForAllOrganizations();
    }
}
