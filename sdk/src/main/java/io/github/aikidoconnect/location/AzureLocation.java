package io.github.aikidoconnect.location;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in Azure DevOps that was found, not named. A checkout may be one of an attacker's: before a credential is sent to
 * {@link #azureUrl}, {@link TrustedHosts} says whether it may be.
 *
 * @param organization the organization, or the collection of an Azure DevOps Server
 * @param project the project
 * @param repository the repository, null where only the project is known
 * @param azureUrl the base URL of an Azure DevOps Server, null for the service at {@code dev.azure.com}
 * @param source where it was read, for a log: it holds no credential
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

    /** Reads the variables that Azure Pipelines sets for every job; empty outside of it. */
    public static Optional<AzureLocation> ofPipeline(Map<String, String> environment) {
        return PipelineVariables.read(environment);
    }

    /**
     * Reads a remote URL in any form that Azure DevOps hands out: https and ssh, the old host names, the short forms
     * and those of an Azure DevOps Server. Empty for every other URL. Credentials in it are dropped.
     */
    public static Optional<AzureLocation> ofRemoteUrl(String url) {
        return RemoteUrl.parse(url);
    }

    /**
     * Returns whether this place belongs to an organization as a request names it: the same name on the same server. A given
     * server can be a proxy in front of the service, so a place of the service belongs to it too.
     *
     * @param nameOrUrl the organization's name or URL
     * @param givenUrl the server as a request names it, null where it does not
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
