package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.ProjectSettings;
import io.github.aikidoconnect.Setting;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Compares every project of the organization, and every repository in it, with what Aikido monitors, to find
 * repositories that are not monitored. <code>aikido.config</code> maps projects to workspaces; without a file, all
 * projects are compared with the workspace of the one API client. It changes nothing.
 */
@Mojo(name = "coverage", threadSafe = true, requiresProject = false, aggregator = true)
public final class CoverageMojo extends ProjectsMojo {

    /** The share of the repositories, in percent, that must be monitored. A lower share fails the build. */
    @Parameter(property = "aikido.minCoverage")
    private @Nullable String minCoverage;

    /**
     * The maximum age of the last scan of a monitored repository, in days. A repository with an older scan, or with
     * none, is reported as not up to date and does not count for <code>aikido.minCoverage</code>.
     */
    @Parameter(property = "aikido.maxScanAge")
    private @Nullable String maxScanAge;

    @Inject
    CoverageMojo(SettingsDecrypter decrypter) {
        super(Goal.COVERAGE, decrypter);
    }

    @Override
    GoalRun goalRun(ParameterValues values) {
        OptionalDouble least = values.fraction(Setting.MIN_COVERAGE, "minCoverage", minCoverage);
        GoalRunBuilder run = projectsRun(
                values,
                new Calls(
                        (aikido, request) -> aikido.coverage(withMinimum(allProjects(request), least)),
                        (aikido, organization) -> aikido.coverage(withMinimum(organization, least)),
                        (aikido, organizations) -> aikido.coverage(organizations.stream()
                                .map(each -> withMinimum(each, least))
                                .toList())));
        run.request().maxScanAge(scanAge(values, maxScanAge));
        // In a checkout a project is always found, so that the whole organization could not be compared.
        run.projectIsSearched(false).severalProjects(true).addIdentity(least);
        return run.subject(azureProject().isPresent() ? Optional.empty() : Optional.of("all projects of organization "))
                .build();
    }

    private static OrganizationRequest.Builder allProjects(ConnectRequest request) {
        return OrganizationRequest.builder(
                        request.toBuilder().allowSharedWorkspace(true).build())
                .project("*", ProjectSettings.NONE);
    }

    private static OrganizationRequest withMinimum(OrganizationRequest.Builder request, OptionalDouble percent) {
        percent.ifPresent(request::minCoverage);
        return request.build();
    }
}
