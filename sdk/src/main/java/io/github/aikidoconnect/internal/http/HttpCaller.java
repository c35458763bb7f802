package io.github.aikidoconnect.internal.http;

import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.internal.limit.Limiter;
import io.github.aikidoconnect.internal.limit.Time;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls with a time limit and repeats them if it is safe: reads and idempotent calls after a broken connection,
 * 429 or a server error; other writes only after 429 or a refused connection, because then the service has done nothing.
 */
public final class HttpCaller {

    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    /** The random part that is added to a pause: a thousand pipelines that failed together must not return together. */
    private static final double JITTER = 1;

    /** The random part of a pause that the service requested; such pauses are longer. */
    private static final double JITTER_OF_ASKED = 0.25;

    /** Longer pauses that the service requests are not waited for: a pipeline has its own time limit. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(90);

    /** No repetition begins later than this after the first attempt. The wait for the rate limit does not count. */
    private static final Duration LONGEST_ALTOGETHER = Duration.ofMinutes(3);

    private final Transport transport;
    private final Limiter gate;
    private final Duration timeout;
    private final Predicate<HttpAnswer> hopeless;
    private final Consumer<Pause> onPause;
    private final Time time;
    private final RandomGenerator random;
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * How to send a call.
     *
     * @param timeout the time limit of one call, including reading the response
     * @param hopeless recognizes a response that looks temporary but is not, so that the call is not repeated
     * @param onPause receives each pause before a repeated call
     */
    public record Policy(Duration timeout, Predicate<HttpAnswer> hopeless, Consumer<Pause> onPause) {}

    /**
     * @param transport carries the calls
     * @param gate decides when a call may be sent
     * @param time the clock and the sleep
     */
    public HttpCaller(Transport transport, Limiter gate, Policy policy, Time time) {
        this(transport, gate, policy, time, new Random());
    }

    HttpCaller(Transport transport, Limiter gate, Policy policy, Time time, RandomGenerator random) {
        this.transport = transport;
        this.gate = gate;
        this.timeout = policy.timeout();
        this.hopeless = policy.hopeless();
        this.onPause = policy.onPause();
        this.time = time;
        this.random = random;
    }

    /** A pause before a repeated call, and its reason. */
    public record Pause(Duration duration, String reason) {}

    /** The outcome of one attempt: a response or a failure. */
    private record Outcome(
            @Nullable HttpAnswer answer, @Nullable HttpFailure failure, Duration took) {}

    /** Returns how many calls were sent so far, including repeated calls. */
    public int calls() {
        return calls.get();
    }

    /**
     * Sends a call.
     *
     * @return the response, with any status
     * @throws HttpFailure if no complete response arrived
     */
    public HttpAnswer send(HttpCall call) throws InterruptedException {
        Duration spent = Duration.ZERO;
        for (int attempt = 1; ; attempt++) {
            Outcome outcome = once(call);
            spent = spent.plus(outcome.took());
            Optional<Duration> pause = mayPass(call, outcome) && attempt < ATTEMPTS
                    ? Optional.of(pause(outcome, attempt)).filter(within(LONGEST_ALTOGETHER.minus(spent)))
                    : Optional.empty();
            if (pause.isEmpty()) {
                return result(outcome);
            }
            spent = spent.plus(pause.get());
            onPause.accept(new Pause(pause.get(), reason(call, outcome)));
            time.sleep(pause.get());
        }
    }

    private static Predicate<Duration> within(Duration limit) {
        return pause -> pause.compareTo(limit) <= 0;
    }

    private static HttpAnswer result(Outcome outcome) {
        HttpAnswer answer = outcome.answer();
        if (answer == null) {
            throw outcome.failure() == null ? new IllegalStateException("No outcome") : outcome.failure();
        }
        return answer;
    }

    private boolean mayPass(HttpCall call, Outcome outcome) {
        HttpFailure failure = outcome.failure();
        HttpAnswer answer = outcome.answer();
        if (failure != null || answer == null) {
            return failure != null && failure.mayPass() && (call.isRepeatable() || failure.nothingSent());
        }
        boolean serverError = answer.status() >= 500 && answer.status() != 501;
        boolean again = answer.status() == 429 || (call.isRepeatable() && serverError);
        return again && !hopeless.test(answer) && RetryAfter.of(answer).compareTo(LONGEST_RETRY_AFTER) <= 0;
    }

    /**
     * The pause that the service requests, or else a longer one each time. The random part is only added: no call is sent
     * before the requested time.
     */
    private Duration pause(Outcome outcome, int attempt) {
        Duration asked = RetryAfter.of(outcome.answer());
        return asked.isNegative()
                ? spread(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)), JITTER)
                : spread(asked, JITTER_OF_ASKED);
    }

    private Duration spread(Duration least, double part) {
        return least.plusMillis((long) (least.toMillis() * part * random.nextDouble()));
    }

    private static String reason(HttpCall call, Outcome outcome) {
        String host = call.uri().getHost();
        HttpAnswer answer = outcome.answer();
        if (answer != null) {
            return answer.status() == 429 ? host + " limited the rate" : host + " answered with " + answer.status();
        }
        HttpFailure failure = outcome.failure();
        return failure == null ? host + " did not answer" : String.valueOf(failure.getMessage());
    }

    private Outcome once(HttpCall call) throws InterruptedException {
        try (Limiter.Pass pass = gate.enter()) {
            calls.incrementAndGet();
            long start = time.nanos();
            try {
                HttpAnswer answer = await(call, transport.send(call.request()));
                heed(answer);
                return new Outcome(answer, null, since(start));
            } catch (HttpFailure e) {
                return new Outcome(null, e, since(start));
            }
        }
    }

    private Duration since(long start) {
        return Duration.ofNanos(time.nanos() - start);
    }

    /**
     * Delays the following calls too. Azure DevOps also requests a pause in successful responses, before it refuses
     * calls. A pause that is too long for a repetition is shortened, not ignored.
     */
    private void heed(HttpAnswer answer) {
        Duration asked = RetryAfter.of(answer);
        boolean good = answer.status() >= 200 && answer.status() < 300;
        boolean bearable = asked.compareTo(LONGEST_RETRY_AFTER) <= 0;
        if (!asked.isNegative() && (good || (answer.status() == 429 && bearable))) {
            gate.closeFor(bearable ? asked : LONGEST_RETRY_AFTER);
        }
    }

    private HttpAnswer await(HttpCall call, CompletableFuture<Transport.Response> sent) throws InterruptedException {
        try {
            return new HttpAnswer(sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw FailureText.of(call.uri(), e, timeout);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() instanceof CompletionException inner && inner.getCause() != null
                    ? inner.getCause()
                    : e.getCause();
            throw FailureText.of(call.uri(), cause == null ? new ConnectException() : cause, timeout);
        } finally {
            // Ends the exchange after the time limit or an interrupt. It has no effect on a complete exchange.
            sent.cancel(true);
        }
    }
}
