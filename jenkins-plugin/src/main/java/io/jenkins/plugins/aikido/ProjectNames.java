package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.ProjectReport;


import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.aikido.proxy.JenkinsTransport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** The names of the projects that a form offers for completion. */
final class ProjectNames {

    /** Somebody waits for the form. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private ProjectNames() {}

    /** Returns the names, none where they cannot be had: one can still type. */
    static List<String> of(String job, @CheckForNull String connectionName) {
        List<Connection> permitted = Connections.permitted(job).stream()
                .filter(each -> connectionName == null || each.getName().equals(connectionName))
                .toList();
        return permitted.size() == 1 ? of(permitted.get(0)) : List.of();
    }

    private static List<String> of(Connection connection) {
        ConnectRequest.Builder request = ConnectRequest.builder();
        try {
            Requests.complete(request, connection, JenkinsSettingNames.of(connection));
        } catch (ProblemException e) {
            return List.of();
        }
        request.aikidoClient(null, null).timeout(LONGEST);
        try (AikidoConnect aikido =
                AikidoConnect.builder().transport(JenkinsTransport.create()).build()) {
            ConnectReport report = aikido.list(request.build());
            return report.projects().stream()
                    .map(part -> part.azure().project())
                    .filter(Objects::nonNull)
                    .map(ProjectReport.Project::name)
                    .filter(connection.permit()::includesProject)
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
        }
    }
}
