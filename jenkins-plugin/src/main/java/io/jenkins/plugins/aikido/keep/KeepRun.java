package io.jenkins.plugins.aikido.keep;

import hudson.util.StreamTaskListener;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectSettings;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.connection.ConnectionRequests;
import io.jenkins.plugins.aikido.connection.JenkinsSettingNames;
import io.jenkins.plugins.aikido.connection.KeepConnected;
import io.jenkins.plugins.aikido.connection.OtherProjects;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.connection.ProblemException;
import io.jenkins.plugins.aikido.connection.UsagePolicy;
import io.jenkins.plugins.aikido.proxy.JenkinsTransport;
import io.jenkins.plugins.aikido.report.BuildLog;
import io.jenkins.plugins.aikido.state.ConnectionStates;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A run of a connection that the controller starts. An interrupt of its thread ends it; it then starts again later. */
final class KeepRun implements Runnable {

    private static final Logger LOGGER = Logger.getLogger(KeepRun.class.getName());

    /** A run ends before the next one of the same connection is due. */
    private static final Duration LONGEST_HOURLY = Duration.ofMinutes(50);

    private static final Duration LONGEST_NIGHTLY = Duration.ofHours(12);

    private final OwnedConnection owned;
    private final Connection connection;
    private final Goal goal;

    KeepRun(OwnedConnection owned) {
        this.owned = owned;
        this.connection = owned.connection();
        this.goal = "status".equalsIgnoreCase(connection.getKeepGoal()) ? Goal.STATUS : Goal.CONNECT;
    }

    @Override
    public void run() {
        ConnectionStates states = ConnectionStates.get();
        boolean interrupted = false;
        states.started(owned, Instant.now());
        try (StreamTaskListener listener = listener(states.logFile(owned))) {
            BuildLog log = new BuildLog(listener);
            log.line("Aikido " + goal + ": connection " + connection.getName() + ", " + Instant.now());
            ConnectReport report = report(log);
            // An interrupted thread cannot write files.
            interrupted = Thread.interrupted();
            log.report(report);
            states.record(owned, report);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "The connection " + owned.id() + " could not be kept connected", e);
        } finally {
            if (!interrupted) {
                states.ended(owned, Instant.now());
            }
        }
    }

    private static StreamTaskListener listener(File file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toPath().getParent()));
        return new StreamTaskListener(file, StandardCharsets.UTF_8);
    }

    private ConnectReport report(BuildLog log) {
        Instant startedAt = Instant.now();
        JenkinsSettingNames names = JenkinsSettingNames.of(owned);
        ConnectRequest.Builder common = ConnectRequest.builder()
                .maxDuration(
                        KeepConnected.of(connection.getKeepConnected()).orElse(KeepConnected.OFF)
                                        == KeepConnected.HOURLY
                                ? LONGEST_HOURLY
                                : LONGEST_NIGHTLY);
        try {
            ConnectionRequests.complete(common, owned, names);
            try (AikidoConnect aikido = AikidoConnect.builder()
                    .transport(JenkinsTransport.create())
                    .progress(ProgressListener.throttled(log))
                    .settingNames(names)
                    .build()) {
                OrganizationRequest.Builder request = OrganizationRequest.builder(common.build());
                for (String project : projects(aikido, common.build(), names)) {
                    request.project(project, ProjectSettings.NONE);
                }
                ConnectReport report =
                        goal == Goal.STATUS ? aikido.status(request.build()) : aikido.connect(request.build());
                return connection.policy().restrictsProjects() ? OtherProjects.removedFrom(report, names) : report;
            }
        } catch (ProblemException e) {
            return ConnectReport.notStarted(goal, common.build(), startedAt, e.problem());
        }
    }

    /**
     * Returns names of projects or globs. If both fields restrict the projects, the names that both permit have to be looked up,
     * because the SDK takes the union of globs.
     */
    private List<String> projects(AikidoConnect aikido, ConnectRequest common, JenkinsSettingNames names)
            throws ProblemException {
        UsagePolicy permitted = connection.policy();
        UsagePolicy kept = new UsagePolicy(null, connection.getKeepProjects());
        if (!permitted.restrictsProjects() || !kept.restrictsProjects()) {
            List<String> globs = UsagePolicy.split(kept.restrictsProjects() ? kept.projects() : permitted.projects());
            return globs.isEmpty() ? List.of("*") : globs;
        }
        ConnectReport listed = aikido.list(common);
        if (!listed.isSuccess()) {
            throw new ProblemException(listed.problems().get(0));
        }
        List<String> found = listed.projects().stream()
                .map(part -> part.azure().project())
                .filter(Objects::nonNull)
                .map(ProjectReport.Project::name)
                .filter(name -> permitted.includesProject(name) && kept.includesProject(name))
                .toList();
        if (found.isEmpty()) {
            throw new ProblemException(
                    "No project of the organization matches both \"Projects to keep connected\" and \"Projects\" of the"
                            + " connection \"" + connection.getName() + "\".",
                    "Correct one of the two fields.");
        }
        return found;
    }
}
