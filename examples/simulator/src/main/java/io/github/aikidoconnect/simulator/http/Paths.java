package io.github.aikidoconnect.simulator.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Encodes paths of URLs. */
public final class Paths {
    private Paths() {}

    /** Returns a name as one segment of a path, with spaces as {@code %20}. */
    public static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
