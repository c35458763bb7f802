package io.github.aikidoconnect.aikido;

import io.github.aikidoconnect.http.Gate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The calls that one workspace may still take. Aikido allows 20 in a rolling minute, over all clients of a workspace.
 *
 * <p>So many calls pass at once; each further one passes as soon as the oldest leaves the window. A call leaves it one
 * window after its answer came: Aikido counted it some time between sending and answer, so that moment is safe whatever
 * the network's delay was.
 */
public final class CallBudget {

    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final Map<String, CallBudget> SHARED = new ConcurrentHashMap<>();

    private final long window;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Deque<Long> ended = new ArrayDeque<>();
    private int underWay;
    private long closedUntil;
    private boolean closed;

    CallBudget(Duration window, LongSupplier clock) {
        this.window = window.toNanos();
        this.clock = clock;
    }

    /**
     * Returns the budget that all runs of this JVM share for a workspace. An API client belongs to one workspace, and
     * its id is known before the workspace's.
     */
    public static CallBudget shared(String url, String clientId, Duration window) {
        return SHARED.computeIfAbsent(url + " " + clientId, key -> new CallBudget(window, System::nanoTime));
    }

    /**
     * Returns the gate of one run.
     *
     * @param limit how many calls may be within a window
     * @param onWait is told once for each call that has to wait, with the time until it may pass as known then
     */
    public Gate gate(int limit, Consumer<Duration> onWait) {
        return new Gate() {
            @Override
            public Pass enter() throws InterruptedException {
                CallBudget.this.enter(limit, onWait);
                return CallBudget.this::leave;
            }

            @Override
            public void closeFor(Duration pause) {
                CallBudget.this.closeFor(pause);
            }
        };
    }

    private void enter(int limit, Consumer<Duration> onWait) throws InterruptedException {
        boolean told = false;
        lock.lockInterruptibly();
        try {
            for (long wait = untilFree(limit); wait > 0; wait = untilFree(limit)) {
                if (!told) {
                    onWait.accept(Duration.ofNanos(wait));
                    told = true;
                }
                changed.awaitNanos(wait);
            }
            underWay++;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            underWay--;
            ended.addLast(clock.getAsLong());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void closeFor(Duration pause) {
        lock.lock();
        try {
            long until = clock.getAsLong() + Math.max(0, pause.toNanos());
            if (!closed || until - closedUntil > 0) {
                closedUntil = until;
                closed = true;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns the nanoseconds until a call may pass, 0 for at once. */
    private long untilFree(int limit) {
        long now = clock.getAsLong();
        while (!ended.isEmpty() && now - ended.getFirst() >= window) {
            ended.removeFirst();
        }
        if (closed && closedUntil - now > 0) {
            return closedUntil - now;
        }
        closed = false;
        if (underWay + ended.size() < limit) {
            return 0;
        }
        // With every place under way there is nothing to count down: a call that ends signals.
        return ended.isEmpty() ? window : window - (now - ended.getFirst());
    }
}
