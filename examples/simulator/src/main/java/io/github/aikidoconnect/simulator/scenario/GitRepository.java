package io.github.aikidoconnect.simulator.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A Git repository in Azure DevOps.
 *
 * @param id its GUID; made from the name when absent
 * @param name its name
 * @param size bytes; 0, as when absent, is an empty repository
 * @param defaultBranch such as {@code refs/heads/main}; an empty repository has none
 * @param disabled whether it is disabled: still listed, but calls on it fail
 */
@RecordBuilder
public record GitRepository(
        String id, String name, long size, @Nullable String defaultBranch, boolean disabled)
        implements GitRepositoryBuilder.With {
    public GitRepository {
        id = id == null ? Ids.of("repository", name) : id;
    }

    /** Returns a small repository with the default branch {@code main}. */
    public static GitRepository of(String name) {
        return GitRepositoryBuilder.builder()
                .name(name)
                .size(180_224)
                .defaultBranch("refs/heads/main")
                .build();
    }

    /** Returns a repository without a commit. */
    public static GitRepository empty(String name) {
        return GitRepositoryBuilder.builder().name(name).build();
    }
}
