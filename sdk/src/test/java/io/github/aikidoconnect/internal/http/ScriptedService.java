package io.github.aikidoconnect.internal.http;

import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.internal.limit.FastTime;
import io.github.aikidoconnect.internal.limit.Limiter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A service that answers as it was told beforehand, and the callers for which no time passes while they pause. */
final class ScriptedService {

    private final FastTime time = new FastTime();
    private final Deque<Supplier<CompletableFuture<Transport.Response>>> script = new ArrayDeque<>();
    private final List<HttpCaller.Pause> pauses = new ArrayList<>();
    private final List<Duration> closed = new ArrayList<>();

    HttpCaller caller(Duration timeout) {
        return caller(timeout, new Random());
    }

    HttpCaller caller(Duration timeout, RandomGenerator random) {
        Limiter limiter = new Limiter() {
            @Override
            public Pass enter() {
                return () -> {};
            }

            @Override
            public void closeFor(Duration pause) {
                closed.add(pause);
            }
        };
        return new HttpCaller(
                call -> script.removeFirst().get(),
                limiter,
                new HttpCaller.Policy(
                        timeout, answer -> answer.header("X-Hopeless").isPresent(), pauses::add),
                time,
                random);
    }

    ScriptedService answers(int status, Map<String, String> headers) {
        return answers(() ->
                CompletableFuture.completedFuture(Answers.of(status, headers).response()));
    }

    ScriptedService answers(Supplier<CompletableFuture<Transport.Response>> answer) {
        script.add(answer);
        return this;
    }

    ScriptedService fails(Throwable failure) {
        return answers(() -> CompletableFuture.failedFuture(failure));
    }

    FastTime time() {
        return time;
    }

    /** The pauses that callers have told so far. */
    List<HttpCaller.Pause> pauses() {
        return pauses;
    }

    /** For how long callers have closed the way to the service. */
    List<Duration> closed() {
        return closed;
    }
}
