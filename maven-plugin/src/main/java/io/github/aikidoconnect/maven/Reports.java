package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProjectReport;
import java.time.Instant;
import java.util.List;

/** The report of a run that ended before it began. */
final class Reports {

    private Reports() {}

    static ConnectReport notStarted(Goal goal, ConnectRequest request, Instant startedAt, Problem problem) {
        ProjectReport.Project project = request.project()
                .map(name -> new ProjectReport.Project(null, name))
                .orElse(null);
        ProjectReport part = new ProjectReport(
                new ProjectReport.AzureProject(
                        request.azureUrl().orElse("https://dev.azure.com"),
                        request.organization().orElse(null),
                        project),
                null,
                List.of(),
                List.of(),
                List.of(problem),
                ProjectReport.Summary.NONE,
                ProjectReport.Calls.NONE);
        return new ConnectReport(
                goal,
                request.dryRun(),
                Outcome.FAILED,
                startedAt,
                Instant.now(),
                List.of(part),
                List.of(problem),
                ProjectReport.Summary.NONE,
                ProjectReport.Calls.NONE,
                false);
    }
}
