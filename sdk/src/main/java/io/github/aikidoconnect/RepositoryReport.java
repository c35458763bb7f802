package io.github.aikidoconnect;

import java.time.Instant;
import java.util.List;
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
 * @param inAikido what Aikido's list said of it, null where Aikido does not list it; in the JSON form its parts stand
 *     beside the others
 */
@GeneratedBuilder
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
        boolean secretScanning,
        @Nullable InAikido inAikido) {

    /**
     * What Aikido's list said of a repository.
     *
     * @param branch the branch that is scanned, null where Aikido does not say it
     * @param lastScannedAt the end of the last scan, null where there was none or it is not known
     * @param scanState whether the last scan is recent enough
     * @param sensitivity how sensitive the data is that it works with, as Aikido spells it; null where it does not say it
     * @param connectivity whether the internet reaches what it runs on, as Aikido spells it; null likewise
     * @param labels the names of its labels
     * @param switchedOff whether it is left alone because it was switched off after Aikido had scanned it
     */
    public record InAikido(
            @Nullable String branch,
            @Nullable Instant lastScannedAt,
            ScanState scanState,
            @Nullable String sensitivity,
            @Nullable String connectivity,
            List<String> labels,
            boolean switchedOff) {

        public InAikido {
            labels = List.copyOf(labels);
        }
    }

    /** Returns whether Aikido monitors it after the run. One that is stale is monitored all the same. */
    public boolean monitored() {
        return switch (action) {
            case NONE -> result == Result.DONE && aikidoId != null;
            case ACTIVATE, WAIT -> result == Result.DONE;
            case DEACTIVATE -> result != Result.DONE;
            case SKIP -> false;
        };
    }

    /** Returns whether it was left alone because it was switched off in Aikido after a scan. */
    public boolean switchedOff() {
        return inAikido != null && inAikido.switchedOff();
    }

    /** Returns whether Aikido monitored it before the run but never scanned it, or not recently enough. */
    public boolean notUpToDate() {
        return action == Action.NONE
                && monitored()
                && inAikido != null
                && (inAikido.scanState() == ScanState.NEVER || inAikido.scanState() == ScanState.OUTDATED);
    }
}
