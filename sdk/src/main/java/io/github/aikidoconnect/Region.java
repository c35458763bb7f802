package io.github.aikidoconnect;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The region in which an Aikido workspace is hosted. The hosts are from Aikido's public API description (read in
 * 2026-10); token endpoint and API have the same host.
 */
public enum Region {
    /** Europe, the default. */
    EU("https://app.aikido.dev"),
    /** United States. */
    US("https://app.us.aikido.dev"),
    /** Australia. */
    AU("https://app.au.aikido.dev"),
    /** Middle East. */
    ME("https://app.me.aikido.dev");

    private final URI url;

    Region(String url) {
        this.url = URI.create(url);
    }

    /** Returns the base URL of the region's web page and API, without a path. */
    public URI url() {
        return url;
    }

    /** Returns the region with a name, case-insensitive; empty if the name is invalid. */
    public static Optional<Region> of(String name) {
        return Given.oneOf(values(), name);
    }

    /** Returns the name in settings, for example {@code eu}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
