package io.github.aikidoconnect.simulator.aikido;

import static io.github.aikidoconnect.simulator.http.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.http.Json;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The page of a repository, and the operations on its settings. Their error answers are not documented. */
final class SettingsApi {
    private static final Set<String> SENSITIVITIES =
            Set.of("extreme", "sensitive", "normal", "not_sensitive", "no_data");
    private static final Set<String> CONNECTIVITIES = Set.of("connected", "not_connected", "unknown");

    private SettingsApi() {}

    static Answer detail(WorkspaceState state, Call call) {
        return with(state, call, repository -> {
            Map<String, @Nullable Object> json = new LinkedHashMap<>(
                    RepositoryList.json(repository, true, state.workspace().explicitNulls()));
            json.putIfAbsent("branch", "main");
            List<Object> paths = new ArrayList<>();
            for (String path : state.settings().excludedPaths(repository.id())) {
                paths.add(object("id", paths.size() + 1, "path", path));
            }
            json.put("excluded_paths", paths);
            json.put(
                    "linked_teams",
                    state.settings().teams().stream()
                            .filter(team -> team.repositories().contains(repository.id()))
                            .map(team -> object("id", team.id(), "name", team.name()))
                            .toList());
            return Answer.json(200, json);
        });
    }

    static Answer sensitivity(WorkspaceState state, Call call) {
        return word(state, call, "sensitivity", SENSITIVITIES, CodeRepository::withSensitivity);
    }

    static Answer connectivity(WorkspaceState state, Call call) {
        return word(state, call, "connectivity", CONNECTIVITIES, CodeRepository::withConnectivity);
    }

    static Answer devDependencies(WorkspaceState state, Call call) {
        JsonNode enabled = Json.read(call.body()).path("dev_dep_scanning_enabled");
        if (!enabled.isBoolean()) {
            return Problems.error(400, "dev_dep_scanning_enabled must be a boolean");
        }
        return with(state, call, repository -> {
            state.settings().scanDevDependencies(repository.id(), enabled.booleanValue());
            return Answer.json(
                    200,
                    object(
                            "success",
                            1,
                            "repository_id",
                            repository.id(),
                            "dev_dep_scanning_enabled",
                            enabled.booleanValue()));
        });
    }

    static Answer addLabel(WorkspaceState state, Call call) {
        return text(state, call, "name", (repository, name) -> {
            long id = state.settings().nextLabel();
            List<CodeRepository.Label> labels = new ArrayList<>(repository.labels());
            labels.add(new CodeRepository.Label(id, name, false));
            state.set(repository, changed -> changed.withLabels(labels));
            return object("label_id", id);
        });
    }

    static Answer excludePath(WorkspaceState state, Call call) {
        return text(
                state,
                call,
                "path",
                (repository, path) ->
                        object("excluded_path_id", state.settings().exclude(repository.id(), path)));
    }

    /** Returns a copy of a repository with a new value. */
    @FunctionalInterface
    private interface Setter {
        CodeRepository with(CodeRepository repository, String value);
    }

    /** Changes a repository and returns the answer. */
    @FunctionalInterface
    private interface Change {
        Map<String, Object> by(CodeRepository repository, String value);
    }

    private static Answer word(WorkspaceState state, Call call, String key, Set<String> words, Setter setter) {
        String value = Json.read(call.body()).path(key).asText();
        if (!words.contains(value)) {
            return Problems.error(400, key + " must be one of " + String.join(", ", words));
        }
        return with(state, call, repository -> {
            state.set(repository, changed -> setter.with(changed, value));
            return Answer.json(200, object("success", true, "repository_id", repository.id(), key, value));
        });
    }

    private static Answer text(WorkspaceState state, Call call, String key, Change change) {
        JsonNode value = Json.read(call.body()).path(key);
        if (!value.isTextual() || value.textValue().isBlank()) {
            return Problems.error(400, key + " is required");
        }
        synchronized (state) {
            return with(state, call, repository -> Answer.json(200, change.by(repository, value.textValue())));
        }
    }

    private static Answer with(WorkspaceState state, Call call, Function<CodeRepository, Answer> answer) {
        String id = call.segment("repository");
        Optional<CodeRepository> repository =
                id.matches("\\d{1,18}") ? state.find(Long.parseLong(id)) : Optional.empty();
        return repository.map(answer).orElseGet(() -> Problems.error(404, "Code repository not found"));
    }
}
