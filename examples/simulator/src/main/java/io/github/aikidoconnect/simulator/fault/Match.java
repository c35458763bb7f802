package io.github.aikidoconnect.simulator.fault;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a fault affects.
 *
 * @param method the HTTP method, or null for any
 * @param path a pattern on the decoded path: {@code *} stands for anything within a segment, {@code **} for anything;
 *     any path when absent
 * @param query a text that the query, as it was sent, contains, or null for any
 */
@RecordBuilder
public record Match(
        @Nullable String method, String path, @Nullable String query) implements MatchBuilder.With {
    public Match {
        path = path == null ? "**" : path;
    }

    /** Returns a match for all calls to a path. */
    public static Match path(String pattern) {
        return new Match(null, pattern, null);
    }

    /** Returns a match for the calls to a path with a method. */
    public static Match of(String method, String pattern) {
        return new Match(method, pattern, null);
    }

    boolean covers(String callMethod, String callPath, String callQuery) {
        return (method == null || method.equalsIgnoreCase(callMethod))
                && regex().matcher(callPath).matches()
                && (query == null || callQuery.contains(query));
    }

    private Pattern regex() {
        String quoted = Pattern.quote(path);
        // Pattern.quote wraps the text in \Q and \E; leaving and re-entering that quotation lets the stars through.
        return Pattern.compile(quoted.replace("**", "\\E.\u0000\\Q")
                .replace("*", "\\E[^/]*\\Q")
                .replace("\u0000", "*"));
    }
}
