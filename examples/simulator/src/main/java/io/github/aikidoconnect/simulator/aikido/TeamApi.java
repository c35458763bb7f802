package io.github.aikidoconnect.simulator.aikido;

import static io.github.aikidoconnect.simulator.http.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.http.Json;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Team;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operations on teams. An inactive repository is left out of a team even while it is linked, and an imported team is
 * not edited: both were seen by published clients. What a second link of the same repository answers is not documented; it
 * is refused here, so that a client that sends one is noticed.
 */
final class TeamApi {
    private TeamApi() {}

    static Answer list(WorkspaceState state, Call call) {
        int page = number(call.parameter("page"), 0);
        int size = number(call.parameter("per_page"), 20);
        if (page < 0 || size < 10 || size > 100) {
            return Problems.error(400, "per_page must be an integer between 10 and 100, and page at least 0");
        }
        List<Long> active = state.repositories().stream()
                .filter(r -> Boolean.TRUE.equals(r.active()))
                .map(CodeRepository::id)
                .toList();
        return Answer.json(
                200,
                state.settings().teams().stream()
                        .skip((long) page * size)
                        .limit(size)
                        .map(team -> json(team, active))
                        .toList());
    }

    static Answer create(WorkspaceState state, Call call) {
        String name = Json.read(call.body()).path("name").asText();
        boolean taken =
                state.settings().teams().stream().anyMatch(team -> team.name().equals(name));
        if (name.isBlank() || taken) {
            return Problems.reason(taken ? "A team with this name exists" : "name is required");
        }
        return Answer.json(201, object("id", state.settings().create(name)));
    }

    static Answer link(WorkspaceState state, Call call) {
        JsonNode repository = Json.read(call.body()).path("repo_id");
        String id = call.segment("team");
        Optional<Team> team = id.matches("\\d{1,18}") ? state.settings().team(Long.parseLong(id)) : Optional.empty();
        if (team.isEmpty()
                || !repository.isIntegralNumber()
                || state.find(repository.longValue()).isEmpty()) {
            return Problems.reason("The team or the resource was not found");
        }
        if (team.get().externalSource() != null) {
            return Problems.reason("An imported team cannot be edited");
        }
        if (!state.settings().link(team.get().id(), repository.longValue())) {
            return Problems.reason("The resource is linked already");
        }
        return Answer.json(200, object("success", 1));
    }

    private static Object json(Team team, List<Long> active) {
        return object(
                "id",
                team.id(),
                "name",
                team.name(),
                "external_source",
                team.externalSource(),
                "active",
                true,
                "responsibilities",
                team.repositories().stream()
                        .filter(active::contains)
                        .map(repository -> object("id", repository, "type", "code_repository"))
                        .toList());
    }

    private static int number(@Nullable String value, int otherwise) {
        return value == null ? otherwise : value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
    }
}
