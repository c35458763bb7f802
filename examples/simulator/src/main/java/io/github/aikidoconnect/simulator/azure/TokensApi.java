package io.github.aikidoconnect.simulator.azure;

import static io.github.aikidoconnect.simulator.http.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Json;
import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import io.github.aikidoconnect.simulator.scenario.EntraToken;
import io.github.aikidoconnect.simulator.scenario.Organization;
import io.github.aikidoconnect.simulator.scenario.Token;
import io.github.aikidoconnect.simulator.scenario.TokenBuilder;
import io.github.aikidoconnect.simulator.scenario.TokenPolicies;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The personal access tokens of a person: created, listed, changed and revoked with a Microsoft Entra access token of
 * that person, as Microsoft describes the API 7.1-preview.1. The answer for an unknown id is a guess.
 */
final class TokensApi {
    private static final String FULL_ACCESS = "app_token";
    private static final Pattern SCOPES = Pattern.compile("(vso\\.[a-z_]+|app_token)( (vso\\.[a-z_]+|app_token))*");
    private static final Duration LONGEST = Duration.ofDays(366);

    private final AzureScenario azure;
    private final Directory directory;
    private final Refusals refusals;

    TokensApi(AzureScenario azure, Directory directory, Refusals refusals) {
        this.azure = azure;
        this.directory = directory;
        this.refusals = refusals;
    }

    Answer list(Visit visit) {
        return asPerson(visit, (person, store) -> {
            String filter = Objects.requireNonNullElse(visit.call().parameter("displayFilterOption"), "active");
            List<Token> all = store.of(person.email()).stream()
                    .filter(t -> t.reaches(visit.organization().name()) && isShown(store, t, filter))
                    .toList();
            Optional<Page> page = Page.of(visit.call(), all.size(), azure.pageSize());
            if (page.isEmpty()) {
                return refusals.badRequest("$top and continuationToken want a number that is not negative.");
            }
            boolean more = page.get().end() < all.size();
            return Answer.json(
                    200,
                    object(
                            "continuationToken",
                            more ? Integer.toString(page.get().end()) : "",
                            "patTokens",
                            page.get().of(all).stream().map(t -> json(t, null)).toList()));
        });
    }

    private static boolean isShown(TokenStore store, Token token, String filter) {
        return switch (filter) {
            case "active" -> !store.isRevoked(token) && !token.hasEnded();
            case "expired" -> !store.isRevoked(token) && token.hasEnded();
            case "revoked" -> store.isRevoked(token);
            default -> true;
        };
    }

    Answer create(Visit visit) {
        return asPerson(visit, (person, store) -> {
            JsonNode body = Json.read(visit.call().body());
            String error = error(body, false);
            if (error != null) {
                return refused(error);
            }
            Token token = TokenBuilder.builder()
                    .value(store.newValue())
                    .owner(person.owner())
                    .email(person.email())
                    .id(UUID.randomUUID().toString())
                    .validFrom(Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                    .build();
            Token made = changed(token, body, visit.organization());
            store.add(made);
            return Answer.json(200, object("patToken", json(made, made.value()), "patTokenError", "none"));
        });
    }

    Answer update(Visit visit) {
        return asPerson(visit, (person, store) -> {
            JsonNode body = Json.read(visit.call().body());
            Optional<Token> token =
                    find(store, person, body.path("authorizationId").asText()).filter(found -> !store.isRevoked(found));
            String error = token.isEmpty() ? "authorizationNotFound" : error(body, true);
            if (token.isEmpty() || error != null) {
                return refused(error);
            }
            Token changed = changed(token.get(), body, visit.organization());
            store.replace(changed);
            return Answer.json(200, object("patToken", json(changed, null), "patTokenError", "none"));
        });
    }

    /** Microsoft's description states 200, its example 204. */
    Answer revoke(Visit visit) {
        return asPerson(visit, (person, store) -> {
            String id = Objects.requireNonNullElse(visit.call().parameter("authorizationId"), "");
            Optional<Token> token = find(store, person, id);
            token.ifPresent(store::revoke);
            return token.isPresent()
                    ? Answer.empty(204)
                    : refusals.json(404, "AuthorizationNotFoundException", "There is no authorization " + id + ".");
        });
    }

    private static Optional<Token> find(TokenStore store, EntraToken person, String id) {
        return store.of(person.email()).stream()
                .filter(t -> t.id().equalsIgnoreCase(id))
                .findFirst();
    }

    /** Admits only a person: neither a personal access token nor a service principal may manage tokens. */
    private Answer asPerson(Visit visit, BiFunction<EntraToken, TokenStore, Answer> answer) {
        Optional<EntraToken> token = directory.entraToken(visit.call().header("authorization"));
        if (token.isEmpty()) {
            return refusals.invalidAccess("The requested operation is not allowed.");
        }
        if (token.get().servicePrincipal()) {
            return refusals.invalidAccess("Service principals are not allowed to perform this action.");
        }
        return answer.apply(token.get(), directory.tokens());
    }

    /**
     * Returns the reason why a token cannot be created or changed as requested. Values that a change leaves out are not
     * checked.
     */
    private @Nullable String error(JsonNode body, boolean change) {
        TokenPolicies policies = azure.tokenPolicies();
        if (policies.error() != null) {
            return policies.error();
        }
        String scope = body.path("scope").asText();
        if (isGiven(body, "displayName", change)
                && body.path("displayName").asText().isBlank()) {
            return "displayNameRequired";
        }
        if (isGiven(body, "scope", change) && !SCOPES.matcher(scope).matches()) {
            return "invalidScope";
        }
        if (policies.noGlobal() && body.path("allOrgs").asBoolean()) {
            return "globalPatPolicyViolation";
        }
        if (policies.noFullScope() && scope.contains(FULL_ACCESS)) {
            return "fullScopePatPolicyViolation";
        }
        return isGiven(body, "validTo", change)
                ? error(instant(body.path("validTo").asText()), policies.maxDays())
                : null;
    }

    private static boolean isGiven(JsonNode body, String member, boolean change) {
        return !change || body.has(member);
    }

    private static @Nullable String error(Optional<Instant> validTo, int maxDays) {
        Instant now = Instant.now();
        if (validTo.isEmpty() || !validTo.get().isAfter(now) || validTo.get().isAfter(now.plus(LONGEST))) {
            return "invalidValidTo";
        }
        boolean tooLong = maxDays > 0 && validTo.get().isAfter(now.plus(Duration.ofDays(maxDays)));
        return tooLong ? "patLifespanPolicyViolation" : null;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Answer refused(@Nullable String error) {
        if (azure.tokenPolicies().form() == TokenPolicies.Form.EXCEPTION) {
            return refusals.json(400, "SessionTokenCreateException", String.valueOf(error));
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("patToken", null);
        answer.put("patTokenError", error);
        return Answer.json(200, answer);
    }

    private static Token changed(Token token, JsonNode body, Organization organization) {
        Token changed = token;
        if (body.has("displayName")) {
            changed = changed.withName(body.path("displayName").asText());
        }
        if (body.has("scope")) {
            List<String> scopes = Arrays.asList(body.path("scope").asText().split(" "));
            changed = changed.withFullAccess(scopes.contains(FULL_ACCESS)).withScopes(scopes);
        }
        if (body.has("validTo")) {
            changed = changed.withValidTo(body.path("validTo").asText());
        }
        if (body.has("allOrgs")) {
            changed = changed.withOrganizations(
                    body.path("allOrgs").asBoolean() ? List.of() : List.of(organization.name()));
        }
        return changed;
    }

    /** Absent values are written as null, as in Microsoft's examples. */
    private Map<String, @Nullable Object> json(Token token, @Nullable String value) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("displayName", token.name());
        json.put("validTo", token.validTo());
        json.put("scope", token.fullAccess() ? FULL_ACCESS : String.join(" ", token.scopes()));
        json.put("targetAccounts", token.organizations().isEmpty() ? null : accounts(token));
        json.put("validFrom", token.validFrom());
        json.put("authorizationId", token.id());
        json.put("token", value);
        return json;
    }

    private List<String> accounts(Token token) {
        List<String> ids = new ArrayList<>();
        token.organizations()
                .forEach(name -> directory.organization(name).ifPresent(organization -> ids.add(organization.id())));
        return ids;
    }
}
