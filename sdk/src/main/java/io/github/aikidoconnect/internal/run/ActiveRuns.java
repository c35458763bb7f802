package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectReport;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The runs that are under way, and the threads that they run on. Entering, leaving and closing share one lock: no run begins
 * after the end of {@link #close}, and no thread is interrupted after its run has left.
 */
final class ActiveRuns {

    private final Object lock = new Object();

    /** How many runs each thread is in: a progress listener may start a run inside a run. */
    private final Map<Thread, Integer> depths = new HashMap<>();

    private boolean closed;

    /**
     * Carries out a run on the calling thread.
     *
     * @throws IllegalStateException if {@link #close} was called before
     */
    ConnectReport run(Supplier<ConnectReport> run) {
        enter(Thread.currentThread());
        try {
            return run.get();
        } finally {
            leave(Thread.currentThread());
        }
    }

    /** Refuses further runs and interrupts the threads of those that are under way. */
    void close() {
        synchronized (lock) {
            closed = true;
            depths.keySet().forEach(Thread::interrupt);
        }
    }

    private void enter(Thread thread) {
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("This AikidoConnect is closed");
            }
            depths.merge(thread, 1, Integer::sum);
        }
    }

    private void leave(Thread thread) {
        synchronized (lock) {
            depths.computeIfPresent(thread, (same, depth) -> depth == 1 ? null : depth - 1);
        }
    }
}
