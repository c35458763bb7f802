package io.jenkins.plugins.aikido;

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
import io.jenkins.plugins.aikido.proxy.JenkinsTransport;
import io.jenkins.plugins.aikido.report.ReportAction;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One run of the step, from its parameters to the report that the build keeps. The same for Pipeline and freestyle. */
final class Registration {

    private final AikidoConnectStep step;
    private final Run<?, ?> run;
    private final TaskListener listener;
    private final BuildLog log;

    Registration(AikidoConnectStep step, Run<?, ?> run, TaskListener listener) {
        this.step = step;
        this.run = run;
        this.listener = listener;
        this.log = new BuildLog(listener);
    }

    /**
     * Runs to its end, or to an interrupt of the thread, which stays set: then the report says what was done.
     *
     * @throws IOException if the report could not be kept
     */
    @NonNull
    ConnectReport run() throws IOException, InterruptedException {
        ConnectReport report = register();
        log.report(report);
        boolean interrupted = Thread.interrupted();
        try {
            ReportAction.keep(run, report, listener);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return report;
    }

    /** Says in one line why a run is no success. */
    static String verdict(ConnectReport report) {
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
            limitPrune(request, goal, choice.connection());
            JenkinsSettingNames names = JenkinsSettingNames.of(choice.connection());
            request.project(choice.project());
            ConnectionRequests.complete(
                    request, choice.connection(), names, credential -> CredentialsProvider.track(run, credential));
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
                return choice.connection().policy().restrictsProjects()
                        ? OtherProjects.removedFrom(report, names)
                        : report;
            }
        } catch (ProblemException e) {
            return ConnectReport.notStarted(goal, request.build(), startedAt, e.problem());
        }
    }

    /** Returns what the step says, without the connection's part. */
    static ConnectRequest.Builder request(AikidoConnectStep step) {
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
                .syncTimeout(Duration.ofSeconds(step.getSyncTimeout()));
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

    /** Whoever changes a job or opens a pull request sets the step's parameters; an administrator sets how far they go. */
    void limitPrune(ConnectRequest.Builder request, Goal goal, Connection connection) throws ProblemException {
        if (!step.isPrune() || goal != Goal.CONNECT) {
            return;
        }
        if (!connection.isAllowPrune()) {
            throw new ProblemException(
                    "The connection \"" + connection.getName() + "\" does not allow pruning.",
                    "Remove the step's \"prune\", or have an administrator select \"Allow pruning\" in the connection.");
        }
        request.pruneLimit(Math.min(step.getPruneLimit(), connection.getPruneLimit()));
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
