package io.github.aikidoconnect.simulator.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that was received.
 *
 * @param method the HTTP method
 * @param path the path as it was sent
 * @param decodedPath the path, decoded
 * @param query the query as it was sent, empty for none
 * @param pathParameters the variable segments of the path, decoded
 * @param queryParameters the query, decoded
 * @param headers the headers, with names in lower case
 * @param body the body, empty for none
 */
public record Call(
        String method,
        String path,
        String decodedPath,
        String query,
        Map<String, String> pathParameters,
        Map<String, List<String>> queryParameters,
        Map<String, List<String>> headers,
        String body) {
    /** Returns a variable segment of the path. */
    public String segment(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no segment " + name);
        }
        return value;
    }

    /** Returns the first value of a query parameter, or null. */
    public @Nullable String parameter(String name) {
        return first(queryParameters.get(name));
    }

    /** Returns the first value of a header, or null. */
    public @Nullable String header(String lowerCaseName) {
        return first(headers.get(lowerCaseName));
    }

    private static @Nullable String first(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
