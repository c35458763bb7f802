package io.github.aikidoconnect.internal.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
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

    /** A body of unknown size is in memory twice while it is assembled, and the data that is read from it in addition. */
    private static final int PART_OF_THE_MEMORY = 8;

    /** The size of a body that states none: most are smaller. */
    private static final int USUAL = 8 * 1024;

    static final int LIMIT = (int) Math.min(MOST, Runtime.getRuntime().maxMemory() / PART_OF_THE_MEMORY);

    @Override
    public HttpResponse.BodySubscriber<byte[]> apply(HttpResponse.ResponseInfo info) {
        return new Subscriber(info.headers().firstValueAsLong("Content-Length").orElse(USUAL));
    }

    /** The response exceeds the limit. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("it has more than " + LIMIT + " bytes");
        }
    }

    private static final class Subscriber implements HttpResponse.BodySubscriber<byte[]> {

        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;
        private final boolean tooLarge;
        private byte[] bytes;
        private int size;

        /** @param stated the size that the response states, or a guess */
        Subscriber(long stated) {
            tooLarge = stated > LIMIT;
            bytes = new byte[tooLarge ? 0 : (int) Math.max(0, stated)];
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            if (tooLarge) {
                refuse();
            } else {
                given.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                int more = buffer.remaining();
                if (more > LIMIT - size) {
                    refuse();
                    return;
                }
                if (more > bytes.length - size) {
                    bytes = Arrays.copyOf(bytes, (int)
                            Math.min(LIMIT, Math.max(2L * bytes.length, size + (long) more)));
                }
                buffer.get(bytes, size, more);
                size += more;
            }
        }

        private void refuse() {
            if (subscription != null) {
                subscription.cancel();
            }
            body.completeExceptionally(new TooLargeException());
            bytes = new byte[0];
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
        }
    }
}
