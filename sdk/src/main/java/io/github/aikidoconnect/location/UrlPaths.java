package io.github.aikidoconnect.location;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes and decodes URL paths segment by segment. */
public final class UrlPaths {

    private UrlPaths() {}

    /**
     * Returns the path with a slash before each segment. All characters except the unreserved ones of RFC 3986 are
     * escaped.
     */
    public static String encode(List<String> segments) {
        StringBuilder path = new StringBuilder();
        segments.forEach(segment -> path.append('/').append(encode(segment)));
        return path.toString();
    }

    /** Escapes one segment or query value. */
    public static String encode(String text) {
        // URLEncoder encodes for forms: a blank becomes a plus, and the tilde is escaped.
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Splits a raw path at its slashes and decodes each segment. Empty segments are ignored. */
    static List<String> decode(@Nullable String rawPath) {
        if (rawPath == null) {
            return List.of();
        }
        return Arrays.stream(rawPath.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(UrlPaths::decodeSegment)
                .toList();
    }

    static String decodeSegment(String segment) {
        try {
            // In a path, a plus is a plus. Only forms use it for a blank.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformedEscape) {
            return segment;
        }
    }
}
