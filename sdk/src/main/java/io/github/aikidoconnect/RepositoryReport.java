package io.github.aikidoconnect;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a report for one repository: its state, the action and the result.
 *
 * @param id the repository's id in Azure DevOps; for a TFVC repository, which has none, the project's; null if neither
 *     is known
 * @param name the repository's name, for a TFVC repository its root {@code $/project}
 * @param kind Git or TFVC
 * @param url the web address of the repository
 * @param defaultBranch the default branch without {@code refs/heads/}, null if there is none
 * @param state the state in Azure DevOps, null if Azure DevOps no longer lists it
 * @param action the planned action
 * @param result the result of the action
 * @param aikidoId the repository's id in Aikido, null if Aikido does not list it
 * @param reason the reason for the action or for its failure; a full sentence
 * @param secretScanning whether Aikido scans it for secrets, which it does not do for TFVC
 * @param inAikido its values in Aikido's list, null if Aikido does not list it; in the JSON form, they are beside the
 *     other members
 * @param settings its settings that differ from the requested ones, with the result of each change
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
        @Nullable InAikido inAikido,
        List<SettingReport> settings) {

    public RepositoryReport {
        settings = List.copyOf(settings);
    }

    /**
     * The values of a repository in Aikido's list.
     *
     * @param branch the branch that is scanned, null if Aikido does not report it
     * @param lastScannedAt the end of the last scan, null if there was none or it is not known
     * @param scanState whether the last scan is recent enough
     * @param sensitivity the sensitivity of its data in Aikido's spelling, null if not reported
     * @param connectivity whether its deployment is reachable from the internet, in Aikido's spelling; null if not
     *     reported
     * @param labels the names of its labels
     * @param switchedOff whether it is left alone because it was switched off after a scan
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

    /** Returns whether Aikido monitors the repository after the run. A stale repository is still monitored. */
    public boolean monitored() {
        return switch (action) {
            case NONE -> result == Result.DONE && aikidoId != null;
            case ACTIVATE, WAIT -> result == Result.DONE;
            case UPDATE -> true;
            case DEACTIVATE -> result != Result.DONE;
            case SKIP -> false;
        };
    }

    /** Returns whether the repository was left alone because it was switched off in Aikido after a scan. */
    public boolean switchedOff() {
        return inAikido != null && inAikido.switchedOff();
    }

    /** Returns whether Aikido monitored the repository before the run but never scanned it, or not recently enough. */
    public boolean notUpToDate() {
        return (action == Action.NONE || action == Action.UPDATE)
                && monitored()
                && inAikido != null
                && (inAikido.scanState() == ScanState.NEVER || inAikido.scanState() == ScanState.OUTDATED);
    }
}
