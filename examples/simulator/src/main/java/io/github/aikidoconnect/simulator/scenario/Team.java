package io.github.aikidoconnect.simulator.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team of a workspace.
 *
 * @param id its number
 * @param name its name
 * @param externalSource the provider that it is imported from, null for a team that was created in Aikido
 * @param repositories the ids of the repositories that are linked to it
 */
@RecordBuilder
public record Team(long id, String name, @Nullable String externalSource, List<Long> repositories)
        implements TeamBuilder.With {
    public Team {
        repositories = repositories == null ? List.of() : List.copyOf(repositories);
    }

    /** A team that was created in Aikido. */
    public static Team of(long id, String name, Long... repositories) {
        return new Team(id, name, null, List.of(repositories));
    }

    /** A team that Aikido's team sync imported from Azure DevOps. */
    public static Team imported(long id, String name, Long... repositories) {
        return new Team(id, name, "azure_devops", List.of(repositories));
    }
}
