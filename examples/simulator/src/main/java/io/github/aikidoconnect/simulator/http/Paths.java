package io.github.aikidoconnect.simulator.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths of URLs. */
public final class Paths {
    private Paths() {}

    /** A name as one segment of a path, a space as {@code %20}. */
    public static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
