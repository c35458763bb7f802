package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/**
 * Records what was done in a build. Maven runs a goal that is bound in a parent for each module, although the request is
 * the same each time. The record is kept in the session, which all modules and threads of a build share.
 */
final class OncePerBuild {

    private final SessionData data;

    OncePerBuild(MavenSession session) {
        this.data = session.getRepositorySession().getData();
    }

    /**
     * Returns null for the first caller with these arguments, and later the name of the first module.
     *
     * @param names the places of the credentials, which decide the workspace
     * @param more further values that distinguish executions
     */
    @Nullable
    String doneBy(Goal goal, ConnectRequest request, MavenSettingNames names, List<Object> more, String module) {
        // The key is a String, because another class loader may have loaded this plugin for another module.
        String key = List.of("io.github.aikidoconnect", goal, names.all(), values(request), more)
                .toString();
        return data.set(key, null, module) ? null : String.valueOf(data.get(key));
    }

    private static List<Object> values(ConnectRequest request) {
        return List.of(
                request.organization(),
                request.project(),
                request.azureUrl(),
                request.region(),
                request.aikidoUrl(),
                request.includes(),
                request.excludes(),
                request.dryRun(),
                request.prune(),
                request.pruneLimit(),
                request.reactivate(),
                request.maxScanAge(),
                request.scan(),
                request.handover(),
                request.allowSharedWorkspace(),
                request.callsPerMinute(),
                request.syncTimeout(),
                request.maxDuration(),
                request.timeout(),
                request.verify(),
                request.failOnDrift(),
                request.unreadable());
    }
}
