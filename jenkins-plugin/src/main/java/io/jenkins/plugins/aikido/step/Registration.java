package io.jenkins.plugins.aikido.step;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProgressListener;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.connection.ConnectionRequests;
import io.jenkins.plugins.aikido.connection.JenkinsSettingNames;
import io.jenkins.plugins.aikido.connection.OtherProjects;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.connection.ProblemException;
import io.jenkins.plugins.aikido.connection.RepositoryRule;
import io.jenkins.plugins.aikido.connection.UsagePolicy;
import io.jenkins.plugins.aikido.proxy.JenkinsTransport;
import io.jenkins.plugins.aikido.report.BuildLog;
import io.jenkins.plugins.aikido.report.ReportAction;
import io.jenkins.plugins.aikido.state.ConnectionStates;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Runs a step in a Pipeline or a freestyle job, and stores the report in the build. */
@Restricted(NoExternalUse.class)
public final class Registration {

    private final AikidoConnectStep step;
    private final Run<?, ?> run;
    private final TaskListener listener;
    private final BuildLog log;
    private OwnedConnection used;

    public Registration(AikidoConnectStep step, Run<?, ?> run, TaskListener listener) {
        this.step = step;
        this.run = run;
        this.listener = listener;
        this.log = new BuildLog(listener);
    }

    /**
     * Runs until the end or until the thread is interrupted. The report contains the completed work, and the interrupt status
     * stays set.
     *
     * @throws IOException if the report could not be stored
     */
    @NonNull
    public ConnectReport run() throws IOException, InterruptedException {
        ConnectReport report = register();
        log.report(report);
        boolean interrupted = Thread.interrupted();
        try {
            if (used != null) {
                ConnectionStates.get().record(used, report, run);
            }
            ReportAction.keep(run, report, listener);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return report;
    }

    /** Returns in one line why a run failed. */
    public static String verdict(ConnectReport report) {
        List<Problem> problems = report.problems();
        int more = problems.size() - 1;
        return BuildLog.clean(problems.get(0)
                + (more < 1 ? "" : more == 1 ? " (and 1 more problem)" : " (and " + more + " more problems)"));
    }

    private ConnectReport register() {
        Instant startedAt = Instant.now();
        ConnectRequest.Builder request = request(step);
        Goal goal = Goal.CONNECT;
        try {
            goal = goal();
            StepArguments.Mistake mistake = step.mistake();
            if (mistake != null) {
                throw new ProblemException(mistake.message(), mistake.fix());
            }
            ConnectionChoice choice = ConnectionChoice.of(step, run, goal);
            used = choice.owned();
            limitPrune(request, goal, choice.connection());
            judgeSettings(choice.connection());
            JenkinsSettingNames names = JenkinsSettingNames.of(choice.owned());
            request.project(choice.project());
            ConnectionRequests.complete(
                    request, choice.owned(), names, credential -> CredentialsProvider.track(run, credential));
            log.line(head(goal, choice));
            try (AikidoConnect aikido = AikidoConnect.builder()
                    .transport(JenkinsTransport.create())
                    .progress(ProgressListener.throttled(log))
                    .settingNames(names)
                    .build()) {
                ConnectReport report =
                        switch (goal) {
                            case CHECK -> aikido.check(request.build());
                            case STATUS -> aikido.status(request.build());
                            default -> aikido.connect(request.build());
                        };
                ConnectReport shown = choice.connection().policy().restrictsProjects()
                        ? OtherProjects.removedFrom(report, names)
                        : report;
                return shown;
            }
        } catch (ProblemException e) {
            return ConnectReport.notStarted(goal, request.build(), startedAt, e.problem());
        }
    }

    /** Returns a request with the parameters of the step, without the values of the connection. */
    public static ConnectRequest.Builder request(AikidoConnectStep step) {
        ConnectRequest.Builder request = ConnectRequest.builder()
                .project(step.getProject())
                .includes(UsagePolicy.split(step.getIncludes()))
                .excludes(UsagePolicy.split(step.getExcludes()))
                .dryRun(step.isDryRun())
                .prune(step.isPrune())
                .pruneLimit(step.getPruneLimit())
                .reactivate(step.isReactivate())
                .scan(step.isScan())
                .verify(step.isVerify())
                .failOnDrift(step.isFailOnDrift())
                .syncTimeout(Duration.ofSeconds(step.getSyncTimeout()))
                .afterConnecting(after -> after.plusSettings(RepositoryRule.settings(step.getSettings())));
        Integer minutes = step.getMaxMinutes();
        if (minutes != null) {
            request.maxDuration(Duration.ofMinutes(minutes));
        }
        Integer days = step.getMaxScanAge();
        if (days != null) {
            request.maxScanAge(Duration.ofDays(days));
        }
        return request;
    }

    /** Limits pruning to what the connection allows: a job or a pull request sets the parameters of the step. */
    public void limitPrune(ConnectRequest.Builder request, Goal goal, Connection connection) throws ProblemException {
        if (!step.isPrune() || goal != Goal.CONNECT) {
            return;
        }
        if (!connection.isAllowPrune()) {
            throw new ProblemException(
                    "The connection \"" + connection.getName() + "\" does not allow pruning.",
                    "Remove the step's \"prune\", or ask an administrator to select \"Allow pruning\" in the connection.");
        }
        request.pruneLimit(Math.min(step.getPruneLimit(), connection.getPruneLimit()));
    }

    /** Refuses the settings of a step with a mistake, or that the connection does not allow. */
    private void judgeSettings(Connection connection) throws ProblemException {
        if (step.getSettings().isEmpty()) {
            return;
        }
        for (RepositoryRule rule : step.getSettings()) {
            Optional<String> mistake = rule.mistake();
            if (mistake.isPresent()) {
                throw new ProblemException(mistake.get(), "Correct the step's \"settings\".");
            }
        }
        if (!connection.isAllowSettings()) {
            throw new ProblemException(
                    "The connection \"" + connection.getName() + "\" does not allow jobs to change settings.",
                    "Remove the step's \"settings\", or ask an administrator to select \"Allow settings of jobs\" in the"
                            + " connection.");
        }
    }

    private Goal goal() throws ProblemException {
        return switch (step.getGoal().toLowerCase(Locale.ROOT)) {
            case "connect" -> Goal.CONNECT;
            case "check" -> Goal.CHECK;
            case "status" -> Goal.STATUS;
            default ->
                throw new ProblemException(
                        "\"" + step.getGoal() + "\" is not a valid goal.",
                        "Set the step's \"goal\". Valid values: connect, check, status.");
        };
    }

    private String head(Goal goal, ConnectionChoice choice) {
        StringBuilder head = new StringBuilder("Aikido " + goal + ": ");
        if (choice.project() != null) {
            head.append("project ").append(choice.project()).append(", ");
        }
        head.append("connection ").append(choice.connection().getName());
        if (choice.source() != null) {
            head.append("; the project is from ").append(choice.source());
        }
        if (step.isDryRun() && goal == Goal.CONNECT) {
            head.append(" (dry run: nothing is changed)");
        }
        return head.toString();
    }
}
