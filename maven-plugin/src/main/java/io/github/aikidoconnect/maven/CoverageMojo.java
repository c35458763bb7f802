package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.ProjectSettings;
import io.github.aikidoconnect.Setting;
import java.util.ArrayList;
import java.util.List;
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

    private OptionalDouble leastCoverage = OptionalDouble.empty();

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

    /** Without this, the whole organization could not be selected in a checkout, where a project is always found. */
    @Override
    boolean findsTheProject() {
        return false;
    }

    @Override
    boolean severalProjects() {
        return true;
    }

    @Override
    Optional<String> whole() {
        return azureProject().isPresent() ? Optional.empty() : Optional.of("all projects of organization ");
    }

    @Override
    List<Object> more() {
        List<Object> more = new ArrayList<>(super.more());
        more.add(leastCoverage);
        return more;
    }

    @Override
    void addTo(ConnectRequest.Builder request) {
        super.addTo(request);
        leastCoverage = values().fraction(Setting.MIN_COVERAGE, "minCoverage", minCoverage);
        request.maxScanAge(scanAge(maxScanAge));
    }

    @Override
    void addTo(OrganizationRequest.Builder request) {
        leastCoverage.ifPresent(request::minCoverage);
    }

    @Override
    ConnectReport runProject(AikidoConnect aikido, ConnectRequest request) {
        ConnectRequest shared = request.toBuilder().allowSharedWorkspace(true).build();
        OrganizationRequest.Builder all = OrganizationRequest.builder(shared).project("*", ProjectSettings.NONE);
        addTo(all);
        return aikido.coverage(all.build());
    }

    @Override
    ConnectReport runProjects(AikidoConnect aikido, OrganizationRequest request) {
        return aikido.coverage(request);
    }
}
