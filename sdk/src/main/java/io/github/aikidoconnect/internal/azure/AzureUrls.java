package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.location.ServiceHosts;
import io.github.aikidoconnect.location.UrlPaths;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of the calls: on the hosts of the service, or all below the URL of an Azure DevOps Server. The token is
 * only sent to addresses that this class creates.
 */
public final class AzureUrls {

    /** The hosts of the service, as Microsoft's REST reference 7.1 names them for each area. */
    public enum Host {
        CORE("https://" + ServiceHosts.CORE),
        ENTITLEMENTS("https://" + ServiceHosts.ENTITLEMENTS),
        PROFILES("https://" + ServiceHosts.PROFILES);

        private final String url;

        Host(String url) {
            this.url = url;
        }
    }

    private final @Nullable String server;

    private AzureUrls(@Nullable String server) {
        this.server = server;
    }

    /** Returns the URLs of the service. */
    public static AzureUrls service() {
        return new AzureUrls(null);
    }

    /**
     * Returns the URLs below the given one. Every spelling of the service's own host, also with an organization in its
     * path, is the service. A URL with another port belongs to a proxy and is kept as it is.
     */
    public static AzureUrls below(URI base) {
        return ServiceHosts.isCore(base)
                ? service()
                : new AzureUrls(base.toString().replaceAll("/+$", ""));
    }

    /** Returns the base URL for the report. */
    public String base() {
        return server == null ? Host.CORE.url : server;
    }

    /** Returns whether the addresses are those of the service, not of a server. */
    public boolean isService() {
        return server == null;
    }

    /**
     * Returns the address of a call.
     *
     * @throws AzureException if a name from the service is a relative path segment such as {@code ..}, which encoding
     *     does not change
     */
    public URI uri(Host host, List<String> path, Map<String, String> query) {
        if (path.contains(".") || path.contains("..")) {
            throw new AzureException(AzureException.Kind.UNREADABLE, "it returned a name that cannot be part of a URL");
        }
        String parameters = query.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + UrlPaths.encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create((server == null ? host.url : server) + UrlPaths.encode(path) + "?" + parameters);
    }

    /** Returns the address of a web page of the organization or of a project. */
    public String page(String... segments) {
        return base() + UrlPaths.encode(List.of(segments));
    }
}
