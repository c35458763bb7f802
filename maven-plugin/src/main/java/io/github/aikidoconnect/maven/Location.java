package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.location.AzureLocation;
import io.github.aikidoconnect.location.OrganizationUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The organization and project of a run, each given or found.
 *
 * @param organization the organization, null if it is neither given nor found
 * @param project the project, null if it is neither given nor found, or not needed
 * @param azureUrl the base URL, null for the hosts of the service
 * @param source the place where values were found, empty if all were given
 * @param problem the reason why no call may be sent there
 */
record Location(
        @Nullable String organization,
        @Nullable String project,
        @Nullable String azureUrl,
        Optional<String> source,
        Optional<Problem> problem) {

    /** Returns the place of several organizations, each of which has its own: only the given server is known. */
    static Location ofSeveral(Given azureUrl, Trust trust) {
        return new Location(null, null, azureUrl.value(), Optional.empty(), trust.judgeAzure(azureUrl));
    }

    /** The values that the build or the user states. */
    record Named(Given organization, @Nullable String project, Given azureUrl) {}

    /**
     * Completes the given values. A project is only read together with its organization and its server, and a server
     * that was found must be trusted.
     *
     * @param search finds the location of the build
     */
    static Location complete(
            Named named, boolean projectIsWanted, Supplier<Optional<AzureLocation>> search, Trust trust) {
        Given organization = named.organization();
        Given azureUrl = named.azureUrl();
        String givenProject = Given.named(named.project()).value();
        String name = organization.value();
        boolean complete = name != null && (givenProject != null || !projectIsWanted);
        Optional<AzureLocation> place = complete ? Optional.empty() : search.get();
        if (name != null) {
            Optional<AzureLocation> own = place.filter(found -> found.isOf(name, azureUrl.value()));
            Optional<Problem> problem = trust.judgeAzure(azureUrl.or(serverOf(organization)))
                    .or(() -> own.isPresent() ? Optional.empty() : otherServer(name, azureUrl, place));
            return new Location(
                    name,
                    givenProject == null ? own.map(AzureLocation::project).orElse(null) : givenProject,
                    azureUrl.value(),
                    own.map(AzureLocation::source),
                    problem);
        }
        if (place.isEmpty()) {
            return new Location(null, givenProject, azureUrl.value(), Optional.empty(), trust.judgeAzure(azureUrl));
        }
        AzureLocation found = place.get();
        Given server = azureUrl.or(Given.found(found.azureUrl(), found.source()));
        return new Location(
                found.organization(),
                givenProject != null || !projectIsWanted ? givenProject : found.project(),
                server.value(),
                Optional.of(found.source()),
                trust.judgeAzure(server));
    }

    /** Returns the server of an organization that is given as a URL. */
    private static Given serverOf(Given organization) {
        return new Given(
                OrganizationUrl.parse(String.valueOf(organization.value()))
                        .map(OrganizationUrl::azureUrl)
                        .orElse(null),
                organization.foundIn());
    }

    /**
     * Refuses the name of an organization, which means the service, in a checkout of another server: the user more
     * likely meant that server, and its token must not be sent to the service.
     */
    private static Optional<Problem> otherServer(String name, Given azureUrl, Optional<AzureLocation> place) {
        boolean serverIsGiven =
                azureUrl.value() != null || OrganizationUrl.parse(name).isPresent();
        return place.filter(found -> !serverIsGiven && found.azureUrl() != null)
                .map(found -> new Problem(
                        ProblemCode.CONFIGURATION,
                        "The organization \"" + SafeText.maskedUrl(name) + "\" was given without a server, which means"
                                + " https://dev.azure.com, but " + found.source() + " names the server "
                                + found.azureUrl() + ".",
                        "Name the server with "
                                + MavenSettingNames.parameter("azure.url", "azureUrl")
                                + ": " + found.azureUrl() + " or https://dev.azure.com."));
    }

    /** Returns the SCM URLs of a project and of its parents. A module inherits them with its own name at the end. */
    static List<String> remoteUrls(MavenProject project) {
        List<String> urls = new ArrayList<>();
        for (MavenProject each = project; each != null; each = each.getParent()) {
            Scm scm = each.getScm();
            if (scm != null) {
                Stream.of(scm.getDeveloperConnection(), scm.getConnection(), scm.getUrl())
                        .filter(Objects::nonNull)
                        .forEach(urls::add);
            }
        }
        return urls;
    }
}
