package io.github.aikidoconnect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run does besides connecting the repositories.
 *
 * @param settings what Aikido should know about the repositories; later entries win, value by value
 * @param createTeams whether to create a team that the settings name and Aikido does not have
 * @param pullRequestChecks the default of the workspace for pull requests, empty to leave it
 * @param findings how many findings a status accepts, empty if findings are not read
 */
public record AfterConnecting(
        List<RepositorySettings> settings,
        boolean createTeams,
        Optional<PullRequestChecks> pullRequestChecks,
        Optional<FindingsLimits> findings) {

    /** Nothing. */
    public static final AfterConnecting NOTHING =
            new AfterConnecting(List.of(), false, Optional.empty(), Optional.empty());

    public AfterConnecting {
        settings = List.copyOf(settings);
    }

    /** Returns a copy with more settings after the present ones. */
    public AfterConnecting plusSettings(List<RepositorySettings> more) {
        List<RepositorySettings> all = new ArrayList<>(settings);
        all.addAll(more);
        return new AfterConnecting(all, createTeams, pullRequestChecks, findings);
    }

    /** Returns a copy that creates missing teams, or does not. */
    public AfterConnecting withCreateTeams(boolean yes) {
        return new AfterConnecting(settings, yes, pullRequestChecks, findings);
    }

    /** Returns a copy with another default for pull requests, null to leave it. */
    public AfterConnecting withPullRequestChecks(@Nullable PullRequestChecks checks) {
        return new AfterConnecting(settings, createTeams, Optional.ofNullable(checks), findings);
    }

    /** Returns a copy that reads the findings, null to not read them. */
    public AfterConnecting withFindings(@Nullable FindingsLimits limits) {
        return new AfterConnecting(settings, createTeams, pullRequestChecks, Optional.ofNullable(limits));
    }
}
