package io.github.aikidoconnect.http;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A gate that is open until the service asks for a pause, as Azure DevOps does in good answers before it begins to
 * refuse. All pauses of a run together have a limit: a pipeline does not wait for ever for a service that never has
 * enough.
 */
public final class Pace implements Gate {

    static final Duration LONGEST_ALTOGETHER = Duration.ofMinutes(5);

    private final Time time;
    private final Consumer<Duration> onWait;
    private long opensAt;
    private boolean closed;
    private Duration left = LONGEST_ALTOGETHER;

    /**
     * @param onWait is told how long a call has to wait, once for each that has to
     */
    public Pace(Time time, Consumer<Duration> onWait) {
        this.time = time;
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
