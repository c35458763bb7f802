package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.location.ServiceHosts;
import io.github.aikidoconnect.location.UrlPaths;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the calls go: to the service's hosts, or all of them below the URL of an Azure DevOps Server. The PAT is sent
 * to the URLs made here and nowhere else.
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
     * Returns the URLs below the given one. The service's own host, however it is spelled and also with an organization behind
     * it, is the service; on another port there is a proxy, whose URL is kept as it is.
     */
    public static AzureUrls below(URI base) {
        return ServiceHosts.isCore(base)
                ? service()
                : new AzureUrls(base.toString().replaceAll("/+$", ""));
    }

    /** Returns the base, for a report. */
    public String base() {
        return server == null ? Host.CORE.url : server;
    }

    /** Returns whether this is the service rather than a server with rules of its own. */
    public boolean isService() {
        return server == null;
    }

    /**
     * Returns the address of a call.
     *
     * @throws AzureException if a name that the service told is a step to another path, which no encoding takes from it
     */
    public URI uri(Host host, List<String> path, Map<String, String> query) {
        if (path.contains(".") || path.contains("..")) {
            throw new AzureException(
                    AzureException.Kind.UNREADABLE, "it told a name that cannot be part of an address");
        }
        String parameters = query.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + UrlPaths.encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create((server == null ? host.url : server) + UrlPaths.encode(path) + "?" + parameters);
    }

    /** Returns the address of a page that a person opens, of the organization's or of a project's. */
    public String page(String... segments) {
        return base() + UrlPaths.encode(List.of(segments));
    }
}
