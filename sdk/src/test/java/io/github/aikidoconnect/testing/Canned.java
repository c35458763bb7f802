package io.github.aikidoconnect.testing;

import io.github.aikidoconnect.Transport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** An answer that comes at once and without a network, so that thousands of runs take seconds. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
public record Canned(int statusCode, Map<String, List<String>> given, byte[] body) {

    public CompletableFuture<Transport.Response> sent() {
        return CompletableFuture.completedFuture(new Transport.Response(statusCode, given, body));
    }
}
