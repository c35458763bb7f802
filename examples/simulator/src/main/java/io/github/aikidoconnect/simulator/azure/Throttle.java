package io.github.aikidoconnect.simulator.azure;

import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.scenario.AzureLimit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Requests a pause in the headers of successful answers first, then refuses calls. */
final class Throttle {
    private final @Nullable AzureLimit limit;
    private final Refusals refusals;
    private final AtomicInteger calls = new AtomicInteger();

    Throttle(@Nullable AzureLimit limit, Refusals refusals) {
        this.limit = limit;
        this.refusals = refusals;
    }

    Answer around(Supplier<Answer> answer) {
        if (limit == null) {
            return answer.get();
        }
        int call = calls.getAndIncrement();
        int pause = limit.retryAfterSeconds();
        int refusedAfter = limit.refusedAfter();
        if (refusedAfter > 0 && call >= refusedAfter && call < refusedAfter + limit.refusals()) {
            return refusals.tooMany(pause);
        }
        if (call < limit.delayedAfter()) {
            return answer.get();
        }
        return answer.get()
                .with("Retry-After", Integer.toString(pause))
                .with("X-RateLimit-Resource", "AzureDevOpsServices/TSTUs")
                .with("X-RateLimit-Delay", "0.5")
                .with("X-RateLimit-Limit", "200")
                .with("X-RateLimit-Remaining", "0")
                .with("X-RateLimit-Reset", Long.toString(System.currentTimeMillis() / 1000 + pause));
    }
}
