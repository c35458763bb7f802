package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.internal.http.Json;
import java.util.Optional;

/**
 * A workspace.
 *
 * @param id its id
 * @param name its name
 * @param provider the provider of source code that it is linked to, for example {@code azure_devops}
 * @param organization the provider's organization that it is linked to
 */
public record Workspace(long id, String name, Optional<String> provider, Optional<String> organization) {

    /**
     * Returns whether the workspace is reported as linked to this organization of Azure DevOps. If the provider or the
     * organization is missing, the link is unknown.
     */
    public boolean isLinkedTo(String azureOrganization) {
        return provider.filter(name -> name.strip().equalsIgnoreCase("azure_devops"))
                        .isPresent()
                && organization
                        .filter(name -> name.strip().equalsIgnoreCase(azureOrganization))
                        .isPresent();
    }

    static Workspace of(JsonNode json) {
        return new Workspace(
                json.path("id").asLong(),
                Json.text(json, "name").orElse(""),
                Json.text(json, "linked_provider"),
                Json.text(json, "linked_provider_org_name"));
    }
}
