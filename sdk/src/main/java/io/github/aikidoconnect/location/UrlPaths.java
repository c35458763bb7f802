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

    /** Returns the path with a slash before each segment, everything but RFC 3986's unreserved characters escaped. */
    public static String encode(List<String> segments) {
        StringBuilder path = new StringBuilder();
        segments.forEach(segment -> path.append('/').append(encode(segment)));
        return path.toString();
    }

    /** Escapes one segment or query value. */
    public static String encode(String text) {
        // URLEncoder speaks the form dialect: a blank is a plus there, and the tilde is escaped.
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Splits a raw path at its slashes and decodes each segment; empty ones are dropped. */
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
            // A plus is a plus in a path: only the form dialect reads it as a blank.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformedEscape) {
            return segment;
        }
    }
}
