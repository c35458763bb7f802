package io.github.aikidoconnect.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.http.Json;
import java.util.Optional;

/**
 * A repository as Aikido lists it.
 *
 * @param id its id in Aikido
 * @param name its name
 * @param provider where its code is, {@code azure_devops} for instance
 * @param active whether Aikido monitors it
 * @param externalId its id at the provider; for Azure DevOps the GUID of a Git repository
 * @param url its address at the provider
 */
public record CodeRepository(
        long id, String name, String provider, boolean active, Optional<String> externalId, Optional<String> url) {

    static CodeRepository of(JsonNode json) {
        return new CodeRepository(
                json.path("id").asLong(),
                Json.text(json, "name").orElse(""),
                Json.text(json, "provider").orElse(""),
                json.path("active").asBoolean(),
                Json.text(json, "external_repo_id"),
                Json.text(json, "url"));
    }

    /** Returns whether its code is in Azure DevOps; a provider that is not told may be. */
    public boolean isAzureDevOps() {
        return provider.isEmpty() || provider.equalsIgnoreCase("azure_devops");
    }
}
