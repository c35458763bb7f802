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
 * Organization and project of a run: as given, and what is not given as found.
 *
 * @param organization the organization, null where it is neither given nor found
 * @param project the project, null where it is neither given, found nor wanted
 * @param azureUrl the base URL, null for the service's own hosts
 * @param source where something was found, empty when all was given
 * @param problem why nothing may be called there
 */
record Location(
        @Nullable String organization,
        @Nullable String project,
        @Nullable String azureUrl,
        Optional<String> source,
        Optional<Problem> problem) {

    /**
     * Completes what is given. A project is taken from a place only together with its organization and its server, and a
     * server that was found must be a trusted one.
     *
     * @param search finds the place where the build runs
     */
    static Location complete(
            Given organization,
            @Nullable String project,
            Given azureUrl,
            boolean projectIsWanted,
            Supplier<Optional<AzureLocation>> search,
            Trust trust) {
        String givenProject = Given.named(project).value();
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

    /** An organization may be given as its URL, which then names the server. */
    private static Given serverOf(Given organization) {
        return new Given(
                OrganizationUrl.parse(String.valueOf(organization.value()))
                        .map(OrganizationUrl::azureUrl)
                        .orElse(null),
                organization.foundIn());
    }

    /**
     * An organization by its name alone means the service. In a checkout of a private server it was more likely meant for
     * that server, and the token of the server must not go to another one.
     */
    private static Optional<Problem> otherServer(String name, Given azureUrl, Optional<AzureLocation> place) {
        boolean serverIsGiven =
                azureUrl.value() != null || OrganizationUrl.parse(name).isPresent();
        return place.filter(found -> !serverIsGiven && found.azureUrl() != null)
                .map(found -> new Problem(
                        ProblemCode.CONFIGURATION,
                        "The organization \"" + SafeText.maskedUrl(name) + "\" was given without a server, which means"
                                + " https://dev.azure.com, but " + found.source() + " is of the server "
                                + found.azureUrl() + ".",
                        "Name the server with "
                                + MavenSettingNames.parameter("azure.url", "azureUrl")
                                + ": " + found.azureUrl() + " or https://dev.azure.com."));
    }

    /** The SCM URLs of a project and of its parents: a module inherits them with its own name at the end. */
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
