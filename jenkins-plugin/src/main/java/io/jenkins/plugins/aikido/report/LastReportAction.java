package io.jenkins.plugins.aikido.report;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jenkins.model.TransientActionFactory;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The last reports on the page of a job, including those of failed builds. */
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
        return last.getDisplayName();
    }

    /** Links to the page of the build, because a report has only one page. */
    @Override
    public String getUrlName() {
        return last.getRun().getNumber() + "/" + last.getUrlName();
    }

    /** Adds the action to jobs that have a report. Every page of a job calls it, so it looks at three builds only. */
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
