package io.github.aikidoconnect.simulator.aikido;

import static io.github.aikidoconnect.simulator.http.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.http.Json;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.simulator.scenario.Workspace;
import java.util.Map;

/** The workspace itself, its configuration errors, and its token for reading source code. */
final class WorkspaceApi {
    private WorkspaceApi() {}

    static Answer workspace(WorkspaceState state, Call call) {
        Workspace workspace = state.workspace();
        return Answer.json(
                200,
                object(
                        "id",
                        workspace.id(),
                        "name",
                        workspace.name(),
                        "linked_provider",
                        workspace.linkedProvider(),
                        "linked_provider_org_name",
                        workspace.linkedProviderOrgName(),
                        "git_base_url",
                        workspace.gitBaseUrl()));
    }

    static Answer configurationErrors(WorkspaceState state, Call call) {
        return Answer.json(
                200,
                state.configurationErrors().stream().map(WorkspaceApi::json).toList());
    }

    static Answer handOver(WorkspaceState state, Call call) {
        JsonNode token = Json.read(call.body()).path("access_token");
        if (!token.isTextual() || token.textValue().isBlank()) {
            return Problems.reason("access_token is required");
        }
        if (state.workspace().handover() == Workspace.Handover.UNAVAILABLE) {
            return Problems.reason("This operation is not available for your workspace");
        }
        state.handOver(token.textValue());
        boolean words = state.workspace().handover() == Workspace.Handover.TRUE;
        return Answer.json(200, words ? object("success", true) : object("success", 1));
    }

    private static Map<String, Object> json(ConfigurationError error) {
        return object(
                "id",
                error.id(),
                "kind",
                error.kind(),
                "location_type",
                error.locationType(),
                "location_id",
                error.locationId(),
                "location_name",
                error.locationName(),
                "title",
                error.title(),
                "severity",
                error.severity(),
                "detected_at",
                error.detectedAt());
    }
}
