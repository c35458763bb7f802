package io.github.aikidoconnect;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Passes on every event of a short run. Of a long run, it passes on the steps, the last repository, and at most one other
 * event in ten seconds.
 */
final class ProgressThrottle implements ProgressListener {

    /** A run over more repositories is long. */
    static final int SHORT_RUN = 40;

    static final Duration INTERVAL = Duration.ofSeconds(10);

    private final ProgressListener listener;
    private final LongSupplier nanoTime;
    private boolean longRun;
    private boolean toldAny;
    private long toldAt;

    ProgressThrottle(ProgressListener listener, LongSupplier nanoTime) {
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    @Override
    public void on(Progress event) {
        if (isTold(event)) {
            listener.on(event);
        }
    }

    private synchronized boolean isTold(Progress event) {
        boolean last = false;
        if (event instanceof Progress.Item item) {
            longRun = item.total() > SHORT_RUN;
            last = item.done() == item.total();
        } else if (!(event instanceof Progress.Waiting)) {
            return true;
        }
        long now = nanoTime.getAsLong();
        if (longRun && !last && toldAny && now - toldAt < INTERVAL.toNanos()) {
            return false;
        }
        toldAt = now;
        toldAny = true;
        return true;
    }
}
