package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AzureLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 */
record Location(
        @Nullable String organization,
        @Nullable String project,
        @Nullable String azureUrl,
        Optional<String> source) {

    /** Completes what is given. A project is taken from a place only together with its organization. */
    static Location complete(
            @Nullable String organization,
            @Nullable String project,
            @Nullable String azureUrl,
            boolean projectIsWanted,
            Map<String, String> environment,
            List<String> remoteUrls,
            Path directory) {
        String givenOrganization = blankToNull(organization);
        String givenProject = blankToNull(project);
        String givenUrl = blankToNull(azureUrl);
        boolean complete = givenOrganization != null && (givenProject != null || !projectIsWanted);
        Optional<AzureLocation> found = complete
                ? Optional.empty()
                : AzureLocation.find(environment, remoteUrls, directory)
                        .filter(place -> givenOrganization == null || names(givenOrganization, place.organization()));
        if (found.isEmpty()) {
            return new Location(givenOrganization, givenProject, givenUrl, Optional.empty());
        }
        AzureLocation place = found.get();
        return new Location(
                givenOrganization == null ? place.organization() : givenOrganization,
                givenProject != null || !projectIsWanted ? givenProject : place.project(),
                givenUrl != null || givenOrganization != null ? givenUrl : place.azureUrl(),
                Optional.of(place.source()));
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

    /** An organization may be given as its URL, {@code https://contoso.visualstudio.com} for instance. */
    private static boolean names(String given, String organization) {
        return List.of(given.toLowerCase(Locale.ROOT).split("[/.]+", -1))
                .contains(organization.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
