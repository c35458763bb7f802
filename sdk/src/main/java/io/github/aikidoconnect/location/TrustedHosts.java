package io.github.aikidoconnect.location;

import io.github.aikidoconnect.Region;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The hosts that may receive a credential although the user did not name them: their URL was found in a checkout, in the
 * variables of a pipeline or in a file. Check {@link AzureLocation#azureUrl()} with it before you use it in a request.
 *
 * <p>Microsoft's hosts of Azure DevOps and Aikido's hosts are always trusted, on port 443. Another host is trusted on the
 * given port, and without a port on 443: another port of the same machine can belong to another user.
 */
public final class TrustedHosts {

    private static final Pattern ENTRY =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");

    /** The authority hosts of the clouds of Microsoft, from its guide "National cloud authentication" (read 2026-11). */
    private static final Set<String> ENTRA = Set.of(
            "login.microsoftonline.com:443",
            "login.microsoftonline.us:443",
            "login.partner.microsoftonline.cn:443",
            "login.chinacloudapi.cn:443");

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");

    private final Set<String> authorities;

    private TrustedHosts(Set<String> authorities) {
        this.authorities = Set.copyOf(authorities);
    }

    /**
     * Returns the trusted hosts.
     *
     * @param more hosts besides Microsoft's and Aikido's, each {@code host} or {@code host:port}
     * @throws IllegalArgumentException if an element has another form; the message does not contain the element
     */
    public static TrustedHosts of(Collection<String> more) {
        Set<String> authorities = new LinkedHashSet<>();
        for (String entry : more) {
            if (!ENTRY.matcher(entry.strip()).matches()) {
                throw new IllegalArgumentException("A trusted host must be written as host or host:port.");
            }
            URI url = URI.create("https://" + entry.strip());
            authorities.add(authority(url));
        }
        return new TrustedHosts(authorities);
    }

    /** Returns whether a URL may receive the token of Azure DevOps. */
    public boolean trustsForAzure(String url) {
        return parse(url)
                .filter(uri -> ServiceHosts.isService(uri) || authorities.contains(authority(uri)))
                .isPresent();
    }

    /** Returns whether a URL may receive the API client of Aikido. */
    public boolean trustsForAikido(String url) {
        return parse(url)
                .filter(uri -> isAikido(uri) || authorities.contains(authority(uri)))
                .isPresent();
    }

    /** Returns whether a URL may receive the client secret or the federated token of an identity. */
    public boolean trustsForEntra(String url) {
        return parse(url)
                .filter(uri -> ("https".equalsIgnoreCase(uri.getScheme()) && ENTRA.contains(authority(uri)))
                        || LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT))
                                .matches()
                        || authorities.contains(authority(uri)))
                .isPresent();
    }

    /** Returns the host of a URL in the form of a list of trusted hosts; empty if the URL has no host. */
    public static Optional<String> entry(String url) {
        return parse(url).map(uri -> authority(uri).replaceFirst(":443$", ""));
    }

    private static boolean isAikido(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                && Arrays.stream(Region.values())
                        .anyMatch(region -> authority(region.url()).equals(authority(uri)));
    }

    private static Optional<URI> parse(String url) {
        try {
            return Optional.of(URI.create(url.strip())).filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String authority(URI uri) {
        int schemePort = "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
        return uri.getHost().toLowerCase(Locale.ROOT) + ":" + (uri.getPort() < 0 ? schemePort : uri.getPort());
    }
}
