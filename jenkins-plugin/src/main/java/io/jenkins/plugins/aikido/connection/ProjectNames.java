package io.jenkins.plugins.aikido.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
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
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Finds the names of projects that a form suggests. */
@Restricted(NoExternalUse.class)
public final class ProjectNames {

    /** A user waits for the form. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** A form requests the names at each refresh, which would send several calls with an administrator's token each time. */
    private static final Map<Key, Answer> CACHE = new ConcurrentHashMap<>();

    /** The values that the response depends on. */
    private record Key(
            String owner, String organization, String azureUrl, String tokenCredentialsId, List<String> signIn) {}

    /**
     * A response of Azure DevOps.
     *
     * @param names the names, empty if the request failed
     * @param until the value of {@link System#nanoTime()} until which the response is used
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

    /** Returns the names; an empty list if they are not available, because a user can also type a name. */
    public static List<String> of(Item job, @CheckForNull String connectionName) {
        List<OwnedConnection> permitted = Connections.permitted(job).stream()
                .filter(each ->
                        connectionName == null || each.connection().getName().equals(connectionName))
                .toList();
        return permitted.size() == 1 ? of(permitted.get(0)) : List.of();
    }

    private static List<String> of(OwnedConnection owned) {
        Connection connection = owned.connection();
        Key key = new Key(
                owned.owner().getFullName(),
                connection.getOrganization(),
                connection.getAzureUrl(),
                connection.getTokenCredentialsId(),
                connection.signInKey());
        // Of several simultaneous refreshes, one sends the request, and the others wait for its response.
        return CACHE
                .compute(key, (same, known) -> known != null && known.isFresh() ? known : Answer.of(request(owned)))
                .names()
                .stream()
                .filter(connection.policy()::includesProject)
                .toList();
    }

    private static List<String> request(OwnedConnection connection) {
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
