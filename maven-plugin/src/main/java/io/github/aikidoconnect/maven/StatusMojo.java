package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.Goal;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Compares the project with the workspace and reports what is monitored, missing and stale. It changes nothing. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters that have a default before it calls execute().
@Mojo(name = "status", threadSafe = true, requiresProject = false, aggregator = true)
public final class StatusMojo extends ProjectsMojo {

    /**
     * Whether a repository that is missing, stale or, with <code>aikido.maxScanAge</code>, not up to date fails the
     * build.
     */
    @Parameter(property = "aikido.failOnDrift", defaultValue = "false")
    private String failOnDrift;

    /**
     * The maximum age of the last scan of a monitored repository, in days. A repository with an older scan, or with
     * none, is reported as not up to date, and fails the build with <code>aikido.failOnDrift</code>.
     */
    @Parameter(property = "aikido.maxScanAge")
    private @Nullable String maxScanAge;

    @Inject
    StatusMojo(SettingsDecrypter decrypter) {
        super(Goal.STATUS, decrypter);
    }

    @Override
    GoalRun goalRun(ParameterValues values) {
        GoalRunBuilder run = projectsRun(
                values, AikidoConnect::status, (aikido, organization) -> aikido.status(organization.build()));
        run.request()
                .failOnDrift(values.flag("failOnDrift", failOnDrift, false))
                .maxScanAge(scanAge(values, maxScanAge));
        return run.build();
    }
}
