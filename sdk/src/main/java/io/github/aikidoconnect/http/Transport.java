package io.github.aikidoconnect.http;

import java.util.concurrent.CompletableFuture;

/**
 * Carries one call. It follows no redirect, keeps no cookie, repeats nothing and sets no time limit: cancelling the
 * future ends the call.
 */
@FunctionalInterface
public interface Transport {

    /** Sends the call. The future fails with an {@link java.io.IOException} where no complete answer came. */
    CompletableFuture<HttpAnswer> send(HttpCall call);
}
