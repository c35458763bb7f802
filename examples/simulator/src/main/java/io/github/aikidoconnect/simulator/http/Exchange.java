package io.github.aikidoconnect.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A received call and its answer. It is recorded before the answer is sent, so that a client with the answer finds the
 * exchange.
 *
 * @param method the HTTP method
 * @param path the path as it was sent, below the root of the server
 * @param query the query as it was sent, empty for none
 * @param requestHeaders the headers received, with names in lower case
 * @param requestBody the body received, empty for none
 * @param status the status of the answer, 0 if no answer was sent
 * @param responseHeaders the headers of the answer, without those that every HTTP server adds
 * @param responseBody the body answered, a byte order mark included
 * @param startNanos when the call was received, by {@link System#nanoTime()}
 * @param endNanos when it was answered
 * @param faulted whether a fault created the answer
 */
public record Exchange(
        String method,
        String path,
        String query,
        Map<String, List<String>> requestHeaders,
        String requestBody,
        int status,
        Map<String, String> responseHeaders,
        String responseBody,
        long startNanos,
        long endNanos,
        boolean faulted) {
    /**
     * Reads the file of exchanges that a simulator wrote.
     *
     * @throws UncheckedIOException if it cannot be read or is not such a file
     */
    public static List<Exchange> read(Path journal) {
        try (Stream<String> lines = Files.lines(journal)) {
            return lines.map(line -> Json.read(line, Exchange.class)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether the call was for Azure DevOps. */
    public boolean azure() {
        return path.startsWith("/azure/");
    }

    /** Returns whether the call was for Aikido's API and counts against its limit; calls to the token endpoint do not. */
    public boolean aikidoApi() {
        return path.startsWith("/aikido/api/public/");
    }

    /** Returns the first value of a request header, or null. */
    public @Nullable String requestHeader(String lowerCaseName) {
        List<String> values = requestHeaders.get(lowerCaseName);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Returns a short form of the call, such as {@code GET /azure/contoso/_apis/projects?api-version=7.1}. */
    public String summary() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query);
    }
}
