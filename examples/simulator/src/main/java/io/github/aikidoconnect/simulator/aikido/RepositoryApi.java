package io.github.aikidoconnect.simulator.aikido;

import static io.github.aikidoconnect.simulator.http.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.http.Json;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import java.util.Optional;
import java.util.Set;

/** The operations on repositories. */
final class RepositoryApi {
    private static final Set<String> BOOLEANS = Set.of("true", "false");

    private RepositoryApi() {}

    static Answer startImport(WorkspaceState state, Call call) {
        state.startImport();
        return Answer.json(200, object("status", "ok"));
    }

    static Answer activate(WorkspaceState state, Call call) {
        return monitor(state, call, true, "was_already_activated");
    }

    static Answer deactivate(WorkspaceState state, Call call) {
        return monitor(state, call, false, "was_already_deactivated");
    }

    private static Answer monitor(WorkspaceState state, Call call, boolean active, String alreadyKey) {
        JsonNode id = Json.read(call.body()).path("code_repo_id");
        if (!id.isIntegralNumber()) {
            return Problems.error(400, "code_repo_id must be an integer");
        }
        return state.find(id.longValue())
                .map(r -> Answer.json(200, object("success", 1, alreadyKey, state.activate(r, active) ? 1 : 0)))
                .orElseGet(RepositoryApi::unknown);
    }

    static Answer scan(WorkspaceState state, Call call) {
        for (String option : Set.of("include_sast_scan", "include_iac_scan", "include_secrets_scan")) {
            String value = call.parameter(option);
            if (value != null && !BOOLEANS.contains(value)) {
                return Problems.error(400, option + " must be a boolean");
            }
        }
        String id = call.segment("repository");
        Optional<CodeRepository> repository =
                id.matches("\\d{1,18}") ? state.find(Long.parseLong(id)) : Optional.empty();
        if (repository.isEmpty()) {
            return unknown();
        }
        if (!Boolean.TRUE.equals(repository.get().active())) {
            return Problems.error(400, "The code repository is not active");
        }
        state.scan(repository.get());
        return Answer.empty(204);
    }

    private static Answer unknown() {
        return Problems.error(404, "Code repository not found");
    }
}
