package io.jenkins.plugins.aikido.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProgressListener;
import io.jenkins.plugins.aikido.connection.OtherProjects;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.connection.ProblemException;
import io.jenkins.plugins.aikido.proxy.JenkinsTransport;
import io.jenkins.plugins.aikido.report.BuildLog;
import io.jenkins.plugins.aikido.report.ReportAction;
import io.jenkins.plugins.aikido.state.ConnectionStates;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Runs a step in a Pipeline or a freestyle job, and stores the report in the build. */
@Restricted(NoExternalUse.class)
public final class Registration {

    private final AikidoConnectStep step;
    private final Run<?, ?> run;
    private final TaskListener listener;
    private final BuildLog log;

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
        StepRequest request = new StepRequest(step);
        ConnectReport report = report(request);
        log.report(report);
        keep(report, request.connection());
        return report;
    }

    private ConnectReport report(StepRequest request) {
        Instant startedAt = Instant.now();
        try {
            request.complete(run);
            log.line(request.head());
            ConnectReport report = call(request);
            return request.hidesOtherProjects() ? OtherProjects.removedFrom(report, request.names()) : report;
        } catch (ProblemException e) {
            return ConnectReport.notStarted(request.goal(), request.build(), startedAt, e.problem());
        }
    }

    private ConnectReport call(StepRequest request) {
        try (AikidoConnect aikido = AikidoConnect.builder()
                .transport(JenkinsTransport.create())
                .progress(ProgressListener.throttled(log))
                .settingNames(request.names())
                .build()) {
            ConnectRequest values = request.build();
            return switch (request.goal()) {
                case CHECK -> aikido.check(values);
                case STATUS -> aikido.status(values);
                default -> aikido.connect(values);
            };
        }
    }

    /** An interrupted thread cannot write files. */
    private void keep(ConnectReport report, OwnedConnection connection) throws IOException, InterruptedException {
        boolean interrupted = Thread.interrupted();
        try {
            if (connection != null) {
                ConnectionStates.get().record(connection, report, run);
            }
            ReportAction.keep(run, report, listener);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns in one line why a run failed. */
    public static String verdict(ConnectReport report) {
        List<Problem> problems = report.problems();
        int more = problems.size() - 1;
        return BuildLog.clean(problems.get(0)
                + (more < 1 ? "" : more == 1 ? " (and 1 more problem)" : " (and " + more + " more problems)"));
    }
}
