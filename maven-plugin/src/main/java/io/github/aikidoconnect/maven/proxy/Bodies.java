package io.github.aikidoconnect.maven.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;

/** Bodies between the JDK's flows and plain streams. */
final class Bodies {

    private static final int CHUNK = 16 * 1024;

    private Bodies() {}

    /** Collects what is to be sent. Requests of this product are some hundred bytes long. */
    static byte[] collect(BodyPublisher publisher) throws IOException, InterruptedException {
        BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                whole.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer item) {
                whole.onNext(List.of(item));
            }

            @Override
            public void onError(Throwable failure) {
                whole.onError(failure);
            }

            @Override
            public void onComplete() {
                whole.onComplete();
            }
        });
        try {
            return whole.getBody().toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IOException("The request body cannot be read", e.getCause());
        }
    }

    /** Passes an answer on as fast as the subscriber asks for it, until its end or until it wants no more. */
    static void pump(InputStream from, BodySubscriber<?> to) throws InterruptedException {
        Demand demand = new Demand();
        to.onSubscribe(demand);
        try {
            byte[] chunk = new byte[CHUNK];
            while (demand.await()) {
                int length = from.read(chunk);
                if (length < 0) {
                    to.onComplete();
                    return;
                }
                to.onNext(List.of(ByteBuffer.wrap(Arrays.copyOf(chunk, length)).asReadOnlyBuffer()));
            }
        } catch (IOException e) {
            to.onError(e);
        }
    }

    private static final class Demand implements Flow.Subscription {

        private long wanted;
        private boolean cancelled;

        @Override
        public synchronized void request(long more) {
            wanted = more > Long.MAX_VALUE - wanted ? Long.MAX_VALUE : wanted + more;
            notifyAll();
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            notifyAll();
        }

        /** Waits until one more chunk is wanted; false when none is wanted any more. */
        synchronized boolean await() throws InterruptedException {
            while (wanted == 0 && !cancelled) {
                wait();
            }
            if (wanted != Long.MAX_VALUE) {
                wanted--;
            }
            return !cancelled;
        }
    }
}
