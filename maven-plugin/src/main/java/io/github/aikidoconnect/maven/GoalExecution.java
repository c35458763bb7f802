package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.location.PipelineVariables;
import io.github.aikidoconnect.maven.proxy.Proxies;
import io.github.aikidoconnect.maven.proxy.ProxyTransport;
import java.io.File;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a goal: looks up the credentials, sets up the proxies, and calls the SDK. A configuration mistake becomes a
 * report, too.
 *
 * @param trace the file for the recording of all calls, null to record nothing
 */
record GoalExecution(
        Goal goal,
        GoalRun run,
        ServerSettings settings,
        @Nullable File trace,
        Console console) {

    ConnectReport report(ConnectRequest.Builder request, Location location, Trust trust, StopSignal stop) {
        Instant startedAt = Instant.now();
        if (!run.problems().isEmpty()) {
            return notStarted(request, startedAt, run.problems());
        }
        try {
            ConfigurationException.require(run.untrusted(location, trust));
            if (trace != null) {
                TraceFile.verify(trace);
            }
            Credentials credentials = new Credentials(System.getenv(), settings, console);
            request.pipelineToken(Secret.of(System.getenv(PipelineVariables.JOB_TOKEN)));
            for (GoalRun.Lookup lookup : run.lookups()) {
                lookup.addTo(request, credentials);
            }
            return call(request.build(), credentials, stop);
        } catch (IllegalStateException e) {
            if (!stop.isReceived()) {
                throw e;
            }
            return notStarted(request, startedAt, List.of(StopSignal.NOT_BEGUN));
        } catch (ConfigurationException e) {
            return notStarted(request, startedAt, List.of(e.problem()));
        }
    }

    ConnectReport notStarted(ConnectRequest.Builder request, Instant startedAt, List<Problem> problems) {
        if (!run.organizations().isEmpty()) {
            List<ConnectRequest> requests = run.organizations().stream()
                    .map(each -> request.organization(each.name())
                            .azureUrl(each.azureUrl())
                            .build())
                    .toList();
            return ConnectReport.notStarted(goal, requests, startedAt, problems);
        }
        return ConnectReport.notStarted(goal, request.build(), startedAt, problems, run.severalProjects());
    }

    private ConnectReport call(ConnectRequest request, Credentials credentials, StopSignal stop)
            throws ConfigurationException {
        Proxies proxies = settings.proxies();
        if (!proxies.isEmpty()) {
            console.info("  proxies from settings.xml: " + proxies);
        }
        try (ProxyTransport transport = proxies.transport();
                AikidoConnect aikido = AikidoConnect.builder()
                        .transport(transport)
                        .progress(ProgressListener.throttled(console))
                        .settingNames(run.names())
                        .trace(trace == null ? null : new TraceFile(trace, console)::write)
                        .build()) {
            stop.ends(aikido);
            return run.call().run(aikido, request, credentials);
        }
    }
}
