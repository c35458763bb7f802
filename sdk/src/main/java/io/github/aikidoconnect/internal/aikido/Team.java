package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.internal.http.Json;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A team of a workspace.
 *
 * @param id its id
 * @param name its name
 * @param source the provider that it is imported from, empty for a team that was created in Aikido
 * @param repositories the ids of the active repositories that are linked to it
 */
public record Team(long id, String name, Optional<String> source, Set<Long> repositories) {

    /** The published enum has {@code code_repository}; {@code code_repo} is what it has for the same thing elsewhere. */
    private static final Set<String> CODE = Set.of("code_repository", "code_repo");

    static Team of(JsonNode json) {
        Set<Long> repositories = new HashSet<>();
        for (JsonNode resource : json.path("responsibilities")) {
            if (CODE.contains(resource.path("type").asText()) && AikidoCalls.isId(resource.path("id"))) {
                repositories.add(resource.path("id").asLong());
            }
        }
        return new Team(
                json.path("id").asLong(),
                Json.text(json, "name").orElse(""),
                Json.text(json, "external_source"),
                Set.copyOf(repositories));
    }

    /** Returns whether Aikido's own team sync imported it, so that it cannot be edited. */
    public boolean isImported() {
        return source.isPresent();
    }
}
