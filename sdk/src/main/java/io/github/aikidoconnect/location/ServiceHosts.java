package io.github.aikidoconnect.location;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts of Azure DevOps Services, from Microsoft's list of allowed domain URLs (read 2026-10): {@code dev.azure.com},
 * its sister hosts, and {@code {organization}.visualstudio.com}. The organization is exactly one label, as in Microsoft's
 * certificates: deeper names below {@code visualstudio.com} forward to machines of users.
 */
public final class ServiceHosts {

    public static final String CORE = "dev.azure.com";
    public static final String ENTITLEMENTS = "vsaex.dev.azure.com";
    public static final String PROFILES = "vssps.dev.azure.com";

    private static final List<String> ALL = List.of(CORE, ENTITLEMENTS, PROFILES);

    private static final Pattern LEGACY = Pattern.compile("([a-z0-9-]+)\\.visualstudio\\.com");

    private ServiceHosts() {}

    /** Returns whether a URL is of {@code dev.azure.com} on the port of its scheme. */
    public static boolean isCore(URI url) {
        return CORE.equals(host(url)) && hasDefaultPort(url);
    }

    /** Returns whether an https URL is of any of the service's hosts. */
    public static boolean isService(URI url) {
        return "https".equalsIgnoreCase(url.getScheme())
                && hasDefaultPort(url)
                && (ALL.contains(host(url)) || legacyOrganization(url).isPresent());
    }

    /** Returns the organization of a URL of {@code {organization}.visualstudio.com}, empty for other hosts. */
    static Optional<String> legacyOrganization(URI url) {
        Matcher legacy = LEGACY.matcher(host(url));
        return legacy.matches() && hasDefaultPort(url) ? Optional.of(legacy.group(1)) : Optional.empty();
    }

    private static String host(URI url) {
        return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    }

    private static boolean hasDefaultPort(URI url) {
        int expected = "http".equalsIgnoreCase(url.getScheme()) ? 80 : 443;
        return url.getPort() < 0 || url.getPort() == expected;
    }
}
