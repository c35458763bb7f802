package io.github.aikidoconnect.internal.azure.pat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureException.Kind;
import io.github.aikidoconnect.internal.azure.AzureUrls;
import io.github.aikidoconnect.internal.azure.AzureUrls.Host;
import io.github.aikidoconnect.internal.azure.TokenError;
import io.github.aikidoconnect.internal.azure.TokenOwner;
import io.github.aikidoconnect.internal.azure.TokenScope;
import io.github.aikidoconnect.internal.http.Credentials;
import io.github.aikidoconnect.internal.http.HttpCall;
import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.HttpFailure;
import io.github.aikidoconnect.internal.http.Json;
import io.github.aikidoconnect.internal.http.Redactor;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The client for the personal access tokens of a person in one organization (Microsoft's API 7.1-preview.1). The API
 * accepts only a Microsoft Entra access token of that person. Each method sends one call, except for paged lists, and
 * throws {@link AzureException} if the call fails or its answer is not the expected one.
 */
public final class PersonalTokens {

    private static final String VERSION = "7.1-preview.1";
    private static final String CONNECTION_VERSION = "7.1-preview";

    /** The largest page size that the API allows. */
    private static final String PAGE = "100";

    /** More pages than any person has. A longer list is a fault of the service. */
    private static final int PAGES = 1_000;

    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]+");

    /** The four scopes that Aikido needs. */
    private static final String FOUR =
            Arrays.stream(TokenScope.values()).map(TokenScope::id).collect(Collectors.joining(" "));

    private final HttpCaller http;
    private final AzureUrls urls;
    private final String organization;
    private final Credentials person;
    private final Redactor redactor;

    /**
     * @param http sends the calls; it must be able to write
     * @param urls the addresses of the calls
     * @param organization the name of the organization, already validated
     * @param entraToken the person's access token of Microsoft Entra
     * @param redactor removes secrets from the texts of the service, and receives the values of new tokens
     */
    public PersonalTokens(HttpCaller http, AzureUrls urls, String organization, Secret entraToken, Redactor redactor) {
        this.http = http;
        this.urls = urls;
        this.organization = organization;
        this.person = new Credentials.Bearer(entraToken);
        this.redactor = redactor;
    }

    /** Which tokens are listed. */
    public enum Filter {
        /** Tokens that are valid. */
        ACTIVE,
        /** Tokens that have expired. */
        EXPIRED,
        /** All tokens, including revoked ones. */
        ALL
    }

    /** Returns the owner of the Microsoft Entra access token. */
    public TokenOwner owner() throws InterruptedException {
        URI address = urls.uri(
                Host.CORE, List.of(organization, "_apis", "connectionData"), Map.of("api-version", CONNECTION_VERSION));
        return TokenOwner.of(send(HttpCall.get(address, person)));
    }

    /** Returns the person's tokens for the organization, without their values. */
    public List<TokenRecord> list(Filter filter) throws InterruptedException {
        Map<String, TokenRecord> all = new LinkedHashMap<>();
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("displayFilterOption", filter.name().toLowerCase(Locale.ROOT));
            query.put("$top", PAGE);
            next.ifPresent(token -> query.put("continuationToken", token));
            JsonNode page = send("GET", query, Map.of());
            if (!page.path("patTokens").isArray()) {
                throw new AzureException(Kind.UNREADABLE, "its answer is not a list of tokens");
            }
            // A list that changes while it is read may contain an element on two pages.
            page.path("patTokens").forEach(json -> {
                TokenRecord token = TokenRecord.of(json);
                all.putIfAbsent(token.id(), token);
            });
            next = Json.text(page, "continuationToken");
            if (next.isPresent() && (seen.contains(next.get()) || seen.size() == PAGES)) {
                throw new AzureException(Kind.UNREADABLE, "its list does not end");
            }
            next.ifPresent(seen::add);
        } while (next.isPresent());
        return List.copyOf(all.values());
    }

    /** Creates a token with exactly the four scopes, for this organization only. */
    public NewToken create(String name, Instant validTo) throws InterruptedException {
        Map<String, Object> body =
                Map.of("displayName", name, "scope", FOUR, "validTo", validTo.toString(), "allOrgs", false);
        JsonNode token = send("POST", Map.of(), body).path("patToken");
        Optional<Secret> value = Json.text(token, "token")
                .filter(text -> VALUE.matcher(text.strip()).matches())
                .map(Secret::of);
        value.ifPresent(redactor::add);
        if (value.isEmpty() || Json.text(token, "authorizationId").isEmpty()) {
            throw new AzureException(Kind.UNREADABLE, "its answer is not a token", true, null);
        }
        return new NewToken(TokenRecord.of(token), value.get());
    }

    /**
     * Renames a token. All other members are optional in Microsoft's description and are left out, because the lifespan
     * of an older token may exceed what a policy now allows.
     */
    public void rename(TokenRecord token, String name) throws InterruptedException {
        JsonNode answer = send("PUT", Map.of(), Map.of("authorizationId", token.id(), "displayName", name));
        if (!answer.path("patToken").isObject()) {
            throw new AzureException(Kind.UNREADABLE, "it did not confirm the change");
        }
        TokenRecord now = TokenRecord.of(answer.path("patToken"));
        boolean same =
                now.scopes().equals(token.scopes()) && now.organizations().equals(token.organizations());
        if (!same || !now.name().equals(name)) {
            throw new AzureException(Kind.UNREADABLE, "it changed more than the name");
        }
    }

    /** Revokes a token. A token that no longer exists is not an error. */
    public void revoke(String id) throws InterruptedException {
        try {
            JsonNode answer = send("DELETE", Map.of("authorizationId", id), Map.of());
            // A success has no body, or reports no error.
            if (!answer.isMissingNode() && Json.text(answer, "patTokenError").isEmpty()) {
                throw new AzureException(Kind.UNREADABLE, "it did not confirm the change", true, null);
            }
        } catch (AzureException e) {
            if (e.kind() != Kind.NOT_FOUND
                    && e.tokenError().filter(TokenError.GONE::equals).isEmpty()) {
                throw e;
            }
        }
    }

    private JsonNode send(String method, Map<String, String> query, Map<String, Object> body)
            throws InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>(query);
        parameters.put("api-version", VERSION);
        return send(new HttpCall(
                method,
                urls.uri(Host.PROFILES, List.of(organization, "_apis", "tokens", "pats"), parameters),
                person,
                body.isEmpty() ? null : "application/json",
                body.isEmpty() ? null : Json.object(body)));
    }

    private JsonNode send(HttpCall call) throws InterruptedException {
        boolean write = !call.method().equals("GET");
        try {
            return TokenAnswers.read(http.send(call), write, redactor::clean);
        } catch (HttpFailure e) {
            String detail = redactor.clean(String.valueOf(e.getMessage()));
            throw new AzureException(Kind.NETWORK, detail, write && !e.nothingSent(), null);
        }
    }
}
