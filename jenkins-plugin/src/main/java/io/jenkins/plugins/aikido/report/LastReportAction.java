package io.jenkins.plugins.aikido.report;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.aikido.Messages;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jenkins.model.TransientActionFactory;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** What a job's page shows: the last state, a failed one too. */
@Restricted(NoExternalUse.class)
public final class LastReportAction implements Action {

    private final ReportAction last;

    private LastReportAction(ReportAction last) {
        this.last = last;
    }

    /** For the view: the reports of the last build that has one. */
    public ReportAction getLast() {
        return last;
    }

    @Override
    public String getIconFileName() {
        return last.getIconFileName();
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.ReportAction_displayName();
    }

    /** A link to the build's own page: there is one page for a report. */
    @Override
    public String getUrlName() {
        return last.getRun().getNumber() + "/" + last.getUrlName();
    }

    /** Adds it to jobs that have one. It is asked for with every page, so it looks at three builds and at no more. */
    @Extension
    @SuppressWarnings("rawtypes")
    public static final class Factory extends TransientActionFactory<Job> {

        @Override
        public Class<Job> type() {
            return Job.class;
        }

        @NonNull
        @Override
        public Collection<? extends Action> createFor(@NonNull Job job) {
            return Stream.<Run>of(job.getLastBuild(), job.getLastCompletedBuild(), job.getLastSuccessfulBuild())
                    .filter(Objects::nonNull)
                    .map(build -> (ReportAction) build.getAction(ReportAction.class))
                    .filter(Objects::nonNull)
                    .max(Comparator.comparingInt(action -> action.getRun().getNumber()))
                    .map(LastReportAction::new)
                    .map(List::of)
                    .orElse(List.of());
        }
    }
}
