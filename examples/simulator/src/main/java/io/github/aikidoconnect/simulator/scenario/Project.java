package io.github.aikidoconnect.simulator.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * An Azure DevOps project.
 *
 * @param id its GUID; made from the name when absent
 * @param name its name, compared without regard to case
 * @param state {@code wellFormed} when absent; any text, so that unknown values can be tested
 * @param visibility {@code private} when absent
 * @param sourceControlType {@code Git} when absent, else {@code Tfvc}
 * @param gitEnabled true when absent
 * @param tfvcEnabled false when absent
 * @param repositories its Git repositories
 * @param deletedRepositories Git repositories that were deleted and are still in the project's recycle bin
 */
@RecordBuilder
public record Project(
        String id,
        String name,
        String state,
        String visibility,
        String sourceControlType,
        Boolean gitEnabled,
        boolean tfvcEnabled,
        List<GitRepository> repositories,
        List<GitRepository> deletedRepositories)
        implements ProjectBuilder.With {
    public Project {
        id = id == null ? Ids.of("project", name) : id;
        state = state == null ? "wellFormed" : state;
        visibility = visibility == null ? "private" : visibility;
        sourceControlType = sourceControlType == null ? "Git" : sourceControlType;
        gitEnabled = gitEnabled == null ? Boolean.TRUE : gitEnabled;
        repositories = repositories == null ? List.of() : List.copyOf(repositories);
        deletedRepositories = deletedRepositories == null ? List.of() : List.copyOf(deletedRepositories);
    }

    /** Returns a private Git project. */
    public static Project of(String name, GitRepository... repositories) {
        return ProjectBuilder.builder()
                .name(name)
                .repositories(List.of(repositories))
                .build();
    }
}
