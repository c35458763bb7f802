package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the scopes of an API client from its access token. The token is a JSON Web Token whose claim {@code scope} lists
 * them, separated by spaces (a published client reads it this way, 2026-10); the answer with the token does not name
 * them. The signature is not verified, because the scopes only help to predict what Aikido will refuse.
 */
final class GrantedScopes {

    private GrantedScopes() {}

    /** Returns the scopes, empty if the token cannot be read or has no such claim. */
    static Optional<Set<String>> of(Secret accessToken) {
        String[] parts = accessToken.reveal().split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
            return Json.read(new String(claims, StandardCharsets.UTF_8))
                    .map(read -> read.path("scope"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue)
                    .filter(scopes -> !scopes.isBlank())
                    .map(scopes -> Set.copyOf(List.of(scopes.strip().split("\\s+"))));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
