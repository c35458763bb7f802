package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A gate that is open until the service asks for a pause, as Azure DevOps does in good answers before it begins to
 * refuse. All pauses together have a limit: a pipeline does not wait for ever for a service that never has enough.
 */
public final class RequestedPause implements Limiter {

    /** The limit for a run over one project. */
    public static final Duration OF_A_PROJECT = Duration.ofMinutes(5);

    /** The limit for a run over many, which has as much more to ask. */
    public static final Duration OF_AN_ORGANIZATION = Duration.ofMinutes(30);

    private final Time time;
    private final Consumer<Duration> onWait;
    private long opensAt;
    private boolean closed;
    private Duration left;

    /**
     * @param longest how long all pauses together may be
     * @param onWait is told how long a call has to wait, once for each that has to
     */
    public RequestedPause(Time time, Duration longest, Consumer<Duration> onWait) {
        this.time = time;
        this.left = longest;
        this.onWait = onWait;
    }

    @Override
    public Pass enter() throws InterruptedException {
        // Others may have been asked for a further pause while this one waited.
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
