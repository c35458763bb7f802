package io.github.aikidoconnect.simulator.aikido;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** A limit on the calls in any period of a given length. Refused calls do not count. */
final class RollingWindow {
    private final int calls;
    private final long nanos;
    private final Deque<Long> admitted = new ArrayDeque<>();

    RollingWindow(int calls, int millis) {
        this.calls = calls;
        this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Admits a call and returns 0, or returns the whole seconds until the next call can be admitted. */
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
