package io.github.aikidoconnect.http;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Sends calls with a time limit, and again where that is safe: a read after a broken connection, 429 or a server's
 * error; a write only after 429, or where the connection was refused, since then nothing has happened.
 */
public final class HttpCaller {

    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final double JITTER = 0.25;

    /** A service that asks for a longer pause than this is not waited for: a pipeline has a time limit of its own. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(90);

    private final Transport transport;
    private final Gate gate;
    private final Duration timeout;
    private final Predicate<HttpAnswer> hopeless;
    private final Consumer<Pause> onPause;
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * @param transport carries the calls
     * @param gate lets them through
     * @param timeout the limit for one call, its answer read to the end
     * @param hopeless recognises an answer that looks passing but is not, so that it is not asked for again
     * @param onPause is told before a call is repeated
     */
    public HttpCaller(
            Transport transport, Gate gate, Duration timeout, Predicate<HttpAnswer> hopeless, Consumer<Pause> onPause) {
        this.transport = transport;
        this.gate = gate;
        this.timeout = timeout;
        this.hopeless = hopeless;
        this.onPause = onPause;
    }

    /** A pause before a repeated call: how long, and why. */
    public record Pause(Duration duration, String reason) {}

    /** Returns how many calls were sent so far, repeated ones included. */
    public int calls() {
        return calls.get();
    }

    /**
     * Sends a call.
     *
     * @return the answer, of whatever status
     * @throws HttpFailure if no complete answer came
     */
    public HttpAnswer send(HttpCall call) throws InterruptedException {
        try {
            return Failsafe.with(policy(call)).get(() -> once(call));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            throw e;
        }
    }

    private RetryPolicy<HttpAnswer> policy(HttpCall call) {
        return RetryPolicy.<HttpAnswer>builder()
                .handleIf(failure ->
                        failure instanceof HttpFailure f && f.mayPass() && (call.isRepeatable() || f.nothingSent()))
                .handleResultIf(answer -> isPassing(call, answer))
                .withMaxAttempts(ATTEMPTS)
                .withDelayFn(HttpCaller::pause)
                .onRetryScheduled(event -> onPause.accept(new Pause(event.getDelay(), reason(call, event))))
                .build();
    }

    /**
     * As long as the service asks, else longer each time. What is random only adds: Failsafe's own jitter would also
     * shorten, and send a call before the service wants it.
     */
    private static Duration pause(ExecutionContext<HttpAnswer> context) {
        Duration asked = RetryAfter.of(context.getLastResult());
        Duration least = asked.isNegative() ? FIRST_PAUSE.multipliedBy(1L << (context.getAttemptCount() - 1)) : asked;
        return least.plusMillis(
                (long) (least.toMillis() * ThreadLocalRandom.current().nextDouble(JITTER)));
    }

    private boolean isPassing(HttpCall call, HttpAnswer answer) {
        boolean serverError = answer.status() >= 500 && answer.status() != 501;
        boolean again = answer.status() == 429 || (call.isRepeatable() && serverError);
        return again && !hopeless.test(answer) && RetryAfter.of(answer).compareTo(LONGEST_RETRY_AFTER) <= 0;
    }

    private static String reason(HttpCall call, dev.failsafe.event.ExecutionScheduledEvent<HttpAnswer> event) {
        String host = call.uri().getHost();
        HttpAnswer answer = event.getLastResult();
        if (answer != null) {
            return answer.status() == 429 ? host + " limits the rate" : host + " answers with " + answer.status();
        }
        Throwable failure = event.getLastException();
        return failure == null ? host + " did not answer" : String.valueOf(failure.getMessage());
    }

    private HttpAnswer once(HttpCall call) throws InterruptedException {
        try (Gate.Pass pass = gate.enter()) {
            calls.incrementAndGet();
            HttpAnswer answer = await(call, transport.send(call));
            if (answer.status() == 429) {
                gate.closeFor(RetryAfter.of(answer));
            }
            return answer;
        }
    }

    private HttpAnswer await(HttpCall call, CompletableFuture<HttpAnswer> sent) throws InterruptedException {
        try {
            return sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw FailureText.of(call.uri(), e, timeout.toSeconds());
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() instanceof CompletionException inner && inner.getCause() != null
                    ? inner.getCause()
                    : e.getCause();
            throw FailureText.of(call.uri(), cause == null ? new ConnectException() : cause, timeout.toSeconds());
        } finally {
            // Ends the exchange where its time is up or the run was interrupted; has no effect on one that is complete.
            sent.cancel(true);
        }
    }
}
