package io.github.aikidoconnect.simulator.aikido;

import static io.github.aikidoconnect.simulator.http.Json.object;

import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The list of repositories, in pages that are numbered from 0 and can be shorter than requested before the end. */
final class RepositoryList {
    private RepositoryList() {}

    static Answer answer(WorkspaceState state, Call call) {
        int page = number(call, "page", 0);
        int size = number(call, "per_page", 20);
        String inactive = Objects.requireNonNullElse(call.parameter("include_inactive"), "false");
        if (page < 0) {
            return Problems.error(400, "page must be an integer of at least 0");
        }
        if (size < 10 || size > 200) {
            return Problems.error(400, "per_page must be an integer between 10 and 200");
        }
        if (!inactive.equals("true") && !inactive.equals("false")) {
            return Problems.error(400, "include_inactive must be a boolean");
        }
        String withLabels = Objects.requireNonNullElse(call.parameter("include_labels"), "false");
        if (!withLabels.equals("true") && !withLabels.equals("false")) {
            return Problems.error(400, "include_labels must be a boolean");
        }
        List<CodeRepository> selected = state.repositories().stream()
                .filter(r -> inactive.equals("true") || Boolean.TRUE.equals(r.active()))
                .filter(r -> wanted(call.parameter("filter_name"), r.name()))
                .filter(r -> wanted(call.parameter("filter_branch"), r.branch()))
                .toList();
        Workspace workspace = state.workspace();
        int step = workspace.pageCap() == 0 ? size : Math.min(size, workspace.pageCap());
        return Answer.json(
                200,
                selected.stream()
                        .skip((long) page * step)
                        .limit(step)
                        .map(r -> json(r, withLabels.equals("true"), workspace.explicitNulls()))
                        .toList());
    }

    private static boolean wanted(@Nullable String filter, @Nullable String value) {
        return filter == null || filter.equals(value);
    }

    private static int number(Call call, String name, int otherwise) {
        String value = call.parameter(name);
        if (value == null) {
            return otherwise;
        }
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
    }

    static Map<String, @Nullable Object> json(CodeRepository repository, boolean labels, boolean explicitNulls) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", repository.id());
        json.put("name", repository.name());
        json.put("external_repo_id", repository.externalRepoId());
        json.put("external_repo_numeric_id", repository.externalRepoNumericId());
        json.put("provider", repository.provider());
        json.put("active", repository.active());
        json.put("url", repository.url());
        json.put("branch", repository.branch());
        json.put("last_scanned_at", repository.lastScannedAt());
        json.put("connectivity", repository.connectivity());
        json.put("sensitivity", repository.sensitivity());
        if (labels) {
            json.put(
                    "labels",
                    repository.labels().stream()
                            .map(label ->
                                    object("id", label.id(), "name", label.name(), "is_imported", label.imported()))
                            .toList());
        }
        if (!explicitNulls) {
            json.values().removeIf(Objects::isNull);
        }
        return json;
    }
}
