package io.jenkins.plugins.aikido.state;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.github.aikidoconnect.ConnectReport;
import io.jenkins.plugins.aikido.report.BuildLog;
import java.time.Instant;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The last run of a connection. */
@Restricted(NoExternalUse.class)
public final class StoredRun {

    private final long at;
    private final String goal;
    private final boolean dryRun;
    private final String outcome;
    private final String problem;
    private final String fix;
    private final String job;
    private final int build;

    StoredRun(ConnectReport report, @CheckForNull String job, int build) {
        this.at = report.finishedAt().toEpochMilli();
        this.goal = report.goal().toString();
        this.dryRun = report.dryRun();
        this.outcome = report.outcome().toString();
        this.problem = report.problems().isEmpty()
                ? null
                : BuildLog.clean(report.problems().get(0).message());
        this.fix = report.problems().isEmpty()
                ? null
                : BuildLog.clean(report.problems().get(0).fix());
        this.job = job;
        this.build = build;
    }

    /** Returns when the run ended. */
    public Instant getAt() {
        return Instant.ofEpochMilli(at);
    }

    /** Returns the goal, such as {@code connect}. */
    public String getGoal() {
        return goal;
    }

    /** Returns whether the run was a dry run. */
    public boolean isDryRun() {
        return dryRun;
    }

    /** Returns the outcome as in the report. */
    public String getOutcome() {
        return outcome;
    }

    /** Returns the message of the first problem; null if there was none. */
    public String getProblem() {
        return problem;
    }

    /** Returns what to do about the first problem; null if there was none. */
    public String getFix() {
        return fix;
    }

    /** Returns the full name of the job; null for a run of the controller itself. */
    public String getJob() {
        return job;
    }

    /** Returns the number of the build. */
    public int getBuild() {
        return build;
    }
}
