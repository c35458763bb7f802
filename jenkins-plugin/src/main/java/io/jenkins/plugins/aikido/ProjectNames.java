package io.jenkins.plugins.aikido;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.ProjectReport;
import io.jenkins.plugins.aikido.proxy.JenkinsTransport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The names of the projects that a form offers for completion. */
final class ProjectNames {

    /** Somebody waits for the form. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** A form asks at each refresh, and each time Azure DevOps would get several calls with an administrator's token. */
    private static final Map<Key, Answer> CACHE = new ConcurrentHashMap<>();

    /** What decides the answer. */
    private record Key(String organization, String azureUrl, String tokenCredentialsId) {}

    /**
     * What Azure DevOps answered.
     *
     * @param names the names, none if it did not answer
     * @param until the time of {@link System#nanoTime()} when it has to be asked again
     */
    private record Answer(List<String> names, long until) {

        static Answer of(List<String> names) {
            Duration fresh = names.isEmpty() ? Duration.ofSeconds(30) : Duration.ofMinutes(5);
            return new Answer(names, System.nanoTime() + fresh.toNanos());
        }

        boolean isFresh() {
            return System.nanoTime() - until < 0;
        }
    }

    private ProjectNames() {}

    /** Returns the names, none where they cannot be had: one can still type. */
    static List<String> of(String job, @CheckForNull String connectionName) {
        List<Connection> permitted = Connections.permitted(job).stream()
                .filter(each -> connectionName == null || each.getName().equals(connectionName))
                .toList();
        return permitted.size() == 1 ? of(permitted.get(0)) : List.of();
    }

    private static List<String> of(Connection connection) {
        Key key = new Key(connection.getOrganization(), connection.getAzureUrl(), connection.getTokenCredentialsId());
        // One of several refreshes at once asks, the others wait for its answer.
        return CACHE
                .compute(key, (same, known) -> known != null && known.isFresh() ? known : Answer.of(ask(connection)))
                .names()
                .stream()
                .filter(connection.policy()::includesProject)
                .toList();
    }

    private static List<String> ask(Connection connection) {
        ConnectRequest.Builder request = ConnectRequest.builder();
        try {
            ConnectionRequests.complete(request, connection, JenkinsSettingNames.of(connection));
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
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
        }
    }
}
