package io.github.aikidoconnect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.azure.AzureException.Kind;
import io.github.aikidoconnect.http.Json;
import java.util.regex.Pattern;

/**
 * Whose token it is.
 *
 * @param id the identity's id
 * @param name the name that Azure DevOps shows
 */
public record TokenOwner(String id, String name) {

    private static final Pattern NOBODY = Pattern.compile("(?:0{8}|a{8})-.*", Pattern.CASE_INSENSITIVE);

    /** Reads it from connectionData. An anonymous answer means that the token was not accepted. */
    static TokenOwner of(JsonNode connectionData) {
        JsonNode user = connectionData.path("authenticatedUser");
        String id = Json.text(user, "id").orElse("");
        String name = Json.text(user, "providerDisplayName")
                .or(() -> Json.text(user, "customDisplayName"))
                .orElse("");
        boolean anonymous = id.isEmpty()
                || NOBODY.matcher(id).matches()
                || name.equalsIgnoreCase("Anonymous")
                || Json.text(user, "descriptor").orElse("").startsWith("System:PublicAccess");
        if (anonymous) {
            throw new AzureException(Kind.TOKEN_REJECTED, "it answered as to somebody who is not signed in");
        }
        return new TokenOwner(id, name.isEmpty() ? id : name);
    }
}
