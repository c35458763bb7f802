package io.github.aikidoconnect.internal.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body into memory up to a limit: the JDK's own handlers read without one. Ten thousand repositories have about 8
 * MiB.
 */
final class BoundedBody implements HttpResponse.BodyHandler<byte[]> {

    private static final int MOST = 80 * 1024 * 1024;

    /** A body is in memory twice while it is assembled, and the data that is read from it in addition. */
    private static final int PART_OF_THE_MEMORY = 8;

    static final int LIMIT = (int) Math.min(MOST, Runtime.getRuntime().maxMemory() / PART_OF_THE_MEMORY);

    @Override
    public HttpResponse.BodySubscriber<byte[]> apply(HttpResponse.ResponseInfo info) {
        return new Subscriber();
    }

    /** The response exceeds the limit. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("it has more than " + LIMIT + " bytes");
        }
    }

    private static final class Subscriber implements HttpResponse.BodySubscriber<byte[]> {

        private final HttpResponse.BodySubscriber<byte[]> whole = HttpResponse.BodySubscribers.ofByteArray();
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;
        private long read;

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            whole.getBody().whenComplete((bytes, failure) -> {
                if (failure == null) {
                    body.complete(bytes);
                } else {
                    body.completeExceptionally(failure);
                }
            });
            whole.onSubscribe(given);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            read += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
            if (read <= LIMIT) {
                whole.onNext(buffers);
                return;
            }
            if (subscription != null) {
                subscription.cancel();
            }
            body.completeExceptionally(new TooLargeException());
        }

        @Override
        public void onError(Throwable failure) {
            whole.onError(failure);
        }

        @Override
        public void onComplete() {
            whole.onComplete();
        }
    }
}
