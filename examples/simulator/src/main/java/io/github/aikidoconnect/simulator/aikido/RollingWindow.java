package io.github.aikidoconnect.simulator.aikido;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** So many calls in any stretch of time of a given length. A refused call does not count. */
final class RollingWindow {
    private final int calls;
    private final long nanos;
    private final Deque<Long> admitted = new ArrayDeque<>();

    RollingWindow(int calls, int millis) {
        this.calls = calls;
        this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Admits a call and answers 0, or answers in how many whole seconds the next one can be admitted. */
    synchronized long admit(long now) {
        while (!admitted.isEmpty() && now - admitted.getFirst() >= nanos) {
            admitted.removeFirst();
        }
        if (admitted.size() < calls) {
            admitted.addLast(now);
            return 0;
        }
        long wait = admitted.getFirst() + nanos - now;
        return Math.max(1, -Math.floorDiv(-wait, TimeUnit.SECONDS.toNanos(1)));
    }
}
