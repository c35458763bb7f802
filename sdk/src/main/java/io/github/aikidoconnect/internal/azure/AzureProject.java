package io.github.aikidoconnect.internal.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.internal.http.Json;
import io.github.aikidoconnect.location.OrganizationUrl;
import java.util.Optional;

/**
 * A project.
 *
 * @param id its GUID
 * @param name its name
 * @param state {@code wellFormed}, or a state in which it is being created or deleted; the service may add others
 * @param tfvc whether it has TFVC, empty if the service does not report it
 * @param home its organization as the service names it, empty if the service does not name it
 */
public record AzureProject(
        String id, String name, String state, Optional<Boolean> tfvc, Optional<OrganizationUrl> home) {

    static final String WELL_FORMED = "wellFormed";

    static AzureProject of(JsonNode json) {
        JsonNode control = json.path("capabilities").path("versioncontrol");
        // "True" and "False" are strings here, and older answers contain only the type.
        Optional<Boolean> flag = Json.text(control, "tfvcEnabled").map("true"::equalsIgnoreCase);
        Optional<Boolean> type = Json.text(control, "sourceControlType").map("tfvc"::equalsIgnoreCase);
        return new AzureProject(
                AzureCalls.required(json, "id"),
                AzureCalls.required(json, "name"),
                Json.text(json, "state").orElse(WELL_FORMED),
                flag.or(() -> type),
                Json.text(json, "url").flatMap(AzureProject::home));
    }

    /** Returns the organization from the address of a project in the API: the part before the path of the API. */
    private static Optional<OrganizationUrl> home(String url) {
        int api = url.indexOf("/_apis/");
        return api < 0 ? Optional.empty() : OrganizationUrl.parse(url.substring(0, api));
    }

    AzureProject withTfvc(boolean has) {
        return new AzureProject(id, name, state, Optional.of(has), home);
    }

    /** Returns whether the project is usable, that is, not being created or deleted. */
    public boolean isWellFormed() {
        return WELL_FORMED.equalsIgnoreCase(state);
    }
}
