package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Delays calls when the service requests a pause. Azure DevOps does so in successful responses, before it refuses calls.
 * The sum of all pauses is limited, so that a pipeline does not wait forever.
 */
final class RequestedPause implements Limiter {

    private final Time time;
    private final Consumer<Duration> onWait;
    private long opensAt;
    private boolean closed;
    private Duration left;

    /**
     * @param longest the limit for the sum of all pauses
     * @param onWait receives the wait of each call that waits
     */
    RequestedPause(Time time, Duration longest, Consumer<Duration> onWait) {
        this.time = time;
        this.left = longest;
        this.onWait = onWait;
    }

    @Override
    public Pass enter() throws InterruptedException {
        // Another call may have received a request for a further pause meanwhile.
        for (Duration wait = untilOpen(); !wait.isZero(); wait = untilOpen()) {
            onWait.accept(wait);
            time.sleep(wait);
        }
        return () -> {};
    }

    @Override
    public synchronized void closeFor(Duration pause) {
        Duration more = pause.minus(untilOpen());
        if (more.isNegative() || more.isZero() || left.isZero()) {
            return;
        }
        Duration granted = more.compareTo(left) < 0 ? more : left;
        opensAt = time.nanos() + untilOpen().plus(granted).toNanos();
        closed = true;
        left = left.minus(granted);
    }

    private synchronized Duration untilOpen() {
        long nanos = opensAt - time.nanos();
        closed = closed && nanos > 0;
        return closed ? Duration.ofNanos(nanos) : Duration.ZERO;
    }
}
