package io.github.aikidoconnect.internal.trace;

import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.internal.http.Redactor;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Collects the exchanges of one run. Safe for use by several threads. */
public final class Trace {

    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
    private final Queue<String> remarks = new ConcurrentLinkedQueue<>();

    /**
     * One call and its answer.
     *
     * @param startedAt when the call was sent
     * @param took the time until the answer was read completely
     * @param call the call
     * @param answer the answer, null if no complete answer came
     * @param failure the type of the exception if no complete answer came
     * @param redactor removes the secrets of the run
     */
    record Exchange(
            Instant startedAt,
            Duration took,
            Transport.Request call,
            Transport.@Nullable Response answer,
            @Nullable String failure,
            Redactor redactor) {}

    /** Returns a transport that sends calls through the given one and records each exchange. */
    public Transport recording(Transport transport, Redactor redactor) {
        return call -> {
            Instant startedAt = Instant.now();
            long start = System.nanoTime();
            CompletableFuture<Transport.Response> sent = transport.send(call);
            // Completed after the exchange is recorded: the run may end as soon as the caller has the last answer.
            CompletableFuture<Transport.Response> result = new CompletableFuture<>();
            CompletableFuture<Transport.Response> unused = sent.whenComplete((answer, failure) -> {
                exchanges.add(new Exchange(
                        startedAt,
                        Duration.ofNanos(System.nanoTime() - start),
                        call,
                        answer,
                        failure == null ? null : root(failure).getClass().getSimpleName(),
                        redactor));
                if (failure == null) {
                    result.complete(answer);
                } else {
                    result.completeExceptionally(failure);
                }
            });
            CompletableFuture<Transport.Response> unusedToo = result.whenComplete((answer, failure) -> {
                if (result.isCancelled()) {
                    sent.cancel(true);
                }
            });
            return result;
        };
    }

    /** Returns the exchanges so far as a HAR 1.2 document, in the order in which the calls were sent. */
    public String toHar() {
        return HarDocument.of(
                exchanges.stream()
                        .sorted((one, other) -> one.startedAt().compareTo(other.startedAt()))
                        .toList(),
                String.join("\n", remarks));
    }

    /** Adds a remark about the run, without secrets. */
    public void note(String remark) {
        remarks.add(remark);
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
