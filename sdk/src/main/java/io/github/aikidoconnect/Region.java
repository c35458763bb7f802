package io.github.aikidoconnect;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an Aikido workspace is hosted. The hosts are those of Aikido's public API description, 2026-10; the token
 * endpoint and the API are on the same host.
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

    /** Returns the base of the region's web page and API, without a path. */
    public URI url() {
        return url;
    }

    /** Finds a region by its name in any case, empty when there is none. */
    public static Optional<Region> of(String name) {
        for (Region region : values()) {
            if (region.name().equalsIgnoreCase(name.strip())) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }

    /** The name as it is written in settings: {@code eu}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
