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
 * What Azure DevOps keeps of a personal access token: everything but its value.
 *
 * @param id the authorization id, by which it is revoked
 * @param name the name that its owner gave it
 * @param scopes the names of its scopes in Azure DevOps' API, sorted
 * @param validFrom since when it is valid, empty where that is not told
 * @param validTo until when it is valid, empty where that is not told
 * @param organizations the ids of the organizations that it is for; empty where it is for all of its owner's
 */
public record TokenRecord(
        String id,
        String name,
        Set<String> scopes,
        Optional<Instant> validFrom,
        Optional<Instant> validTo,
        Optional<Set<String>> organizations) {

    /**
     * What Azure DevOps does with tokens for all organizations: azure-devops-docs, release notes of sprint 270 at 790354b,
     * read in 2026-11.
     */
    public static final String END_OF_GLOBAL_TOKENS =
            "Azure DevOps does not accept tokens for all organizations from 2026-12-01 on.";

    /** Every scope there is. From Microsoft's examples of the API (7.1). */
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

    /** Returns the same token under another name. */
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

    /** Returns whether it opens every organization that its owner is a member of. */
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
                // Microsoft's table of scopes has the profile's included in that of the code.
                || (scope == TokenScope.USER_PROFILE && grants(TokenScope.CODE));
    }

    /** Returns those of the four scopes that it lacks. */
    public List<TokenScope> missing() {
        return Arrays.stream(TokenScope.values())
                .filter(scope -> !grants(scope))
                .toList();
    }

    /** Returns its scopes that are none of the four. */
    public List<String> excess() {
        List<String> excess = new ArrayList<>(scopes);
        for (TokenScope scope : TokenScope.values()) {
            excess.remove(scope.id());
        }
        return excess;
    }

    /** Returns whether it has the four scopes and nothing else, for one organization. */
    public boolean fits() {
        return missing().isEmpty() && excess().isEmpty() && !isForAllOrganizations();
    }
}
