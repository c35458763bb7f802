package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProgressListener;


import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Run;
import hudson.model.TaskListener;
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
        ConnectRequest.Builder request = ConnectRequest.builder()
                .project(step.getProject())
                .includes(Permit.split(step.getIncludes()))
                .excludes(Permit.split(step.getExcludes()))
                .dryRun(step.isDryRun())
                .prune(step.isPrune())
                .pruneLimit(step.getPruneLimit())
                .scan(step.isScan())
                .failOnDrift(step.isFailOnDrift())
                .syncTimeout(Duration.ofSeconds(step.getSyncTimeout()));
        Goal goal = Goal.CONNECT;
        try {
            goal = goal();
            Target target = Target.of(step, run, goal);
            JenkinsSettingNames names = JenkinsSettingNames.of(target.connection());
            request.project(target.project());
            Requests.complete(request, target.connection(), names);
            log.line(head(goal, target));
            try (AikidoConnect aikido = AikidoConnect.builder()
                    .transport(JenkinsTransport.create())
                    .progress(ProgressListener.throttled(log))
                    .settingNames(names)
                    .build()) {
                return switch (goal) {
                    case CHECK -> aikido.check(request.build());
                    case STATUS -> aikido.status(request.build());
                    default -> aikido.connect(request.build());
                };
            }
        } catch (ProblemException e) {
            return ConnectReport.notStarted(goal, request.build(), startedAt, e.problem());
        }
    }

    private Goal goal() throws ProblemException {
        return switch (step.getGoal().toLowerCase(Locale.ROOT)) {
            case "connect" -> Goal.CONNECT;
            case "check" -> Goal.CHECK;
            case "status" -> Goal.STATUS;
            default ->
                throw new ProblemException(
                        "\"" + step.getGoal() + "\" is no goal.",
                        "Set the step's \"goal\" to connect, check or status.");
        };
    }

    private String head(Goal goal, Target target) {
        StringBuilder head = new StringBuilder("Aikido " + goal + ": ");
        if (target.project() != null) {
            head.append("project ").append(target.project()).append(", ");
        }
        head.append("connection ").append(target.connection().getName());
        if (target.source() != null) {
            head.append("; the project is from ").append(target.source());
        }
        if (step.isDryRun() && goal == Goal.CONNECT) {
            head.append(" (dry run: nothing is changed)");
        }
        return head.toString();
    }
}
