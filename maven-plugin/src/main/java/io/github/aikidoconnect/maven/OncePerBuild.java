package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was done in a build. A goal that is bound in a parent is run by Maven for each module, although the
 * request is the same each time. The mark is kept in the session, which all modules and threads of a build share.
 */
final class OncePerBuild {

    private final SessionData data;

    OncePerBuild(MavenSession session) {
        this.data = session.getRepositorySession().getData();
    }

    /**
     * Returns null for the first one who asks for this, then the name of the module that was the first.
     *
     * @param names where the credentials come from: another one may be that of another workspace
     * @param more what else tells this from another
     */
    @Nullable
    String doneBy(Goal goal, ConnectRequest request, MavenSettingNames names, List<Object> more, String module) {
        // A text of the JDK's, since another class loader may have loaded this plugin for another module.
        String key = List.of("io.github.aikidoconnect", goal, names, values(request), more)
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
