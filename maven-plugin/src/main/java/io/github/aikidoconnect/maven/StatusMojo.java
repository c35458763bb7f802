package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Compares the project with the workspace: what is monitored, what is missing, what is stale. It changes nothing.
 */
@Mojo(name = "status", threadSafe = true, requiresProject = false, aggregator = true)
public final class StatusMojo extends WorkspaceMojo {

    /** Comma-separated globs on repository names, in any case. Without them, all repositories are meant. */
    @Parameter(property = "aikido.includes")
    private @Nullable List<String> includes;

    /** Comma-separated globs on repository names, in any case. What matches one is left out, even if it is included. */
    @Parameter(property = "aikido.excludes")
    private @Nullable List<String> excludes;

    /** Whether a repository that is missing or stale fails the build. */
    @Parameter(property = "aikido.failOnDrift", defaultValue = "false")
    private boolean failOnDrift;

    @Inject
    StatusMojo(SettingsDecrypter decrypter) {
        super(Goal.STATUS, decrypter);
    }

    @Override
    void addTo(ConnectRequest.Builder request) {
        super.addTo(request);
        request.includes(Globs.of(includes)).excludes(Globs.of(excludes)).failOnDrift(failOnDrift);
    }

    @Override
    ConnectReport run(AikidoConnect aikido, ConnectRequest request) {
        return aikido.status(request);
    }
}
