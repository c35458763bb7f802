package io.github.aikidoconnect;

import org.jspecify.annotations.Nullable;

/**
 * One repository: what was found, what was to be done, what became of it.
 *
 * @param id the repository's id in Azure DevOps; for a TFVC repository, which has none, the project's; null where
 *     neither is known any more
 * @param name the repository's name, for a TFVC repository its root {@code $/project}
 * @param kind Git or TFVC
 * @param url the web address of the repository
 * @param defaultBranch the default branch without {@code refs/heads/}, null where there is none
 * @param state what Azure DevOps says of it, null where Azure DevOps no longer lists it
 * @param action what was to be done
 * @param result what became of it
 * @param aikidoId the repository's id in Aikido, null where Aikido does not list it
 * @param reason why this action, or why it failed; a sentence with its full stop
 * @param secretScanning whether Aikido looks for secrets in it, which it does not do in TFVC
 */
public record RepositoryReport(
        @Nullable String id,
        String name,
        RepositoryKind kind,
        @Nullable String url,
        @Nullable String defaultBranch,
        @Nullable RepositoryState state,
        Action action,
        Result result,
        @Nullable Long aikidoId,
        String reason,
        boolean secretScanning) {

    /** Returns whether Aikido monitors it after the run. One that is stale is monitored all the same. */
    public boolean monitored() {
        return switch (action) {
            case NONE -> result == Result.DONE && aikidoId != null;
            case ACTIVATE, WAIT -> result == Result.DONE;
            case DEACTIVATE -> result != Result.DONE;
            case SKIP -> false;
        };
    }
}
