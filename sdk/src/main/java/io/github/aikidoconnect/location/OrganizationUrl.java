package io.github.aikidoconnect.location;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The URL of an organization.
 *
 * @param name the organization, or the collection of an Azure DevOps Server
 * @param azureUrl the base URL of the server, null for the service at {@code dev.azure.com}
 */
public record OrganizationUrl(String name, @Nullable String azureUrl) {

    /**
     * Reads {@code https://dev.azure.com/contoso}, {@code https://contoso.visualstudio.com} or the collection URL of a
     * server. On the hosts of the service, everything after the organization is ignored, so that a URL from the browser
     * is accepted. Empty for every other text.
     */
    public static Optional<OrganizationUrl> parse(String url) {
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (uri.getHost() == null
                || !("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))) {
            return Optional.empty();
        }
        List<String> path = UrlPaths.decode(uri.getRawPath());
        Optional<String> legacy = ServiceHosts.legacyOrganization(uri);
        if (legacy.isPresent()) {
            return Optional.of(new OrganizationUrl(legacy.get(), null));
        }
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (ServiceHosts.isCore(uri)) {
            return Optional.of(new OrganizationUrl(path.get(0), null));
        }
        String collection = path.get(path.size() - 1);
        String base = base(uri, path.subList(0, path.size() - 1));
        return Optional.of(new OrganizationUrl(collection, base));
    }

    /** Returns whether two base URLs belong to the same server. */
    public static boolean isSameServer(String one, String other) {
        return normalized(one).equals(normalized(other));
    }

    private static String normalized(String url) {
        try {
            URI uri = URI.create(url.strip());
            int port = "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
            return uri.getHost() == null
                    ? url
                    : base(uri, UrlPaths.decode(uri.getRawPath())).replaceFirst("(//[^/]*):" + port + "(?=/|$)", "$1");
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    static String base(URI uri, List<String> path) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + UrlPaths.encode(path);
    }
}
