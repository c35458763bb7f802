package io.github.aikidoconnect.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.http.Json;
import java.util.Optional;

/**
 * A workspace.
 *
 * @param id its id
 * @param name its name
 * @param provider the provider of source code that it is linked to, {@code azure_devops} for instance
 * @param organization the provider's organization that it is linked to
 */
public record Workspace(long id, String name, Optional<String> provider, Optional<String> organization) {

    static Workspace of(JsonNode json) {
        return new Workspace(
                json.path("id").asLong(),
                Json.text(json, "name").orElse(""),
                Json.text(json, "linked_provider"),
                Json.text(json, "linked_provider_org_name"));
    }
}
