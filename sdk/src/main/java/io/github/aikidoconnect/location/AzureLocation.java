package io.github.aikidoconnect.location;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A project or repository of Azure DevOps that was found, for example in a checkout, and that the user did not name. A
 * checkout can belong to an attacker: ask {@link TrustedHosts} before you send a credential to {@link #azureUrl}.
 *
 * @param organization the organization, or the collection of an Azure DevOps Server
 * @param project the project
 * @param repository the repository, null if only the project is known
 * @param azureUrl the base URL of an Azure DevOps Server, null for the service at {@code dev.azure.com}
 * @param source where it was found, for a log; contains no credential
 */
public record AzureLocation(
        String organization,
        String project,
        @Nullable String repository,
        @Nullable String azureUrl,
        String source) {

    /**
     * Finds where a build belongs: first from the variables that Azure Pipelines sets, then from the given remote URLs.
     * Empty if none of them belongs to Azure DevOps.
     *
     * @param environment the environment variables
     * @param remoteUrls source control URLs that the build itself declares, in order of trust
     */
    public static Optional<AzureLocation> find(Map<String, String> environment, List<String> remoteUrls) {
        return ofPipeline(environment)
                .or(() -> remoteUrls.stream()
                        .flatMap(url -> ofRemoteUrl(url).stream())
                        .findFirst()
                        .map(found -> found.from("the SCM URL of the build")));
    }

    /** Reads the variables that Azure Pipelines sets for every job. Empty outside of Azure Pipelines. */
    public static Optional<AzureLocation> ofPipeline(Map<String, String> environment) {
        return PipelineVariables.read(environment);
    }

    /**
     * Parses a remote URL of Azure DevOps in any form: https and ssh, the old host names, the short forms, and the URLs
     * of an Azure DevOps Server. Empty for every other URL. Credentials in the URL are ignored.
     */
    public static Optional<AzureLocation> ofRemoteUrl(String url) {
        return RemoteUrl.parse(url);
    }

    /**
     * Returns whether the location belongs to the organization of a request: the same name on the same server. A server
     * that the request names can be a proxy in front of the service, so locations of the service belong to it too.
     *
     * @param nameOrUrl the organization's name or URL
     * @param givenUrl the server that the request names, null if it names none
     */
    public boolean isOf(String nameOrUrl, @Nullable String givenUrl) {
        Optional<OrganizationUrl> url = OrganizationUrl.parse(nameOrUrl);
        String name = url.map(OrganizationUrl::name).orElse(nameOrUrl.strip());
        String server =
                givenUrl != null ? givenUrl : url.map(OrganizationUrl::azureUrl).orElse(null);
        boolean sameServer = azureUrl == null
                ? server == null || givenUrl != null
                : server != null && OrganizationUrl.isSameServer(server, azureUrl);
        return sameServer && name.equalsIgnoreCase(organization);
    }

    /** Returns the same location with another source. */
    public AzureLocation from(String newSource) {
        return new AzureLocation(organization, project, repository, azureUrl, newSource);
    }
}
