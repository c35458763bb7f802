package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.FindingsLimits;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Setting;
import java.util.OptionalInt;
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

    /**
     * Whether to read the number of Aikido's open findings: with one call for the workspace or, if the project's
     * repositories are filtered or the workspace is shared, with one for each repository. The API client needs the scope
     * <code>issues:read</code>.
     */
    @Parameter(property = "aikido.findings", defaultValue = "false")
    private String findings;

    /** The largest accepted number of critical findings. More of them fail the build; findings are read then. */
    @Parameter(property = "aikido.maxCritical")
    private @Nullable String maxCritical;

    /** The largest accepted number of high findings. More of them fail the build; findings are read then. */
    @Parameter(property = "aikido.maxHigh")
    private @Nullable String maxHigh;

    @Inject
    StatusMojo(SettingsDecrypter decrypter) {
        super(Goal.STATUS, decrypter);
    }

    @Override
    GoalRun goalRun(ParameterValues values) {
        GoalRunBuilder run = projectsRun(
                values,
                new Calls(
                        AikidoConnect::status,
                        (aikido, organization) -> aikido.status(organization.build()),
                        (aikido, organizations) -> aikido.status(organizations.stream()
                                .map(OrganizationRequest.Builder::build)
                                .toList())));
        run.request()
                .failOnDrift(values.flag("failOnDrift", failOnDrift, false))
                .maxScanAge(scanAge(values, maxScanAge))
                .afterConnecting(after -> after.withFindings(limits(values)));
        return run.build();
    }

    private @Nullable FindingsLimits limits(ParameterValues values) {
        FindingsLimits limits = new FindingsLimits(
                most(values, Setting.MAX_CRITICAL, maxCritical), most(values, Setting.MAX_HIGH, maxHigh));
        boolean wanted = values.flag("findings", findings, false) || !limits.equals(FindingsLimits.NONE);
        return wanted ? limits : null;
    }

    private static OptionalInt most(ParameterValues values, Setting setting, @Nullable String text) {
        String property = setting == Setting.MAX_CRITICAL ? "maxCritical" : "maxHigh";
        return text == null || text.isBlank()
                ? OptionalInt.empty()
                : OptionalInt.of(values.number(setting, property, text));
    }
}
