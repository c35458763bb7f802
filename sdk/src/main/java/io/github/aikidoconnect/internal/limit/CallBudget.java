package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The rolling window of calls to one workspace. Aikido allows 20 calls a minute for all clients of a workspace.
 *
 * <p>Up to the limit, calls pass at once; each further call passes when the oldest call leaves the window. A call leaves
 * the window one window length after its response: Aikido counted it between request and response, so this is safe for
 * any network delay.
 */
public final class CallBudget {

    static final Duration WINDOW = Duration.ofMinutes(1);

    /** HttpCaller has the same limit: a call fails instead of waiting for an hour. */
    static final Duration LONGEST_CLOSURE = Duration.ofSeconds(90);

    private static final Map<String, CallBudget> SHARED = new ConcurrentHashMap<>();

    private final long window;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final List<Long> ended = new ArrayList<>();
    private int underWay;
    private long closedUntil;
    private boolean closed;

    CallBudget(Duration window, LongSupplier clock) {
        this.window = window.toNanos();
        this.clock = clock;
    }

    /**
     * Returns the window that all runs of this JVM share for a workspace. The API client identifies the workspace,
     * because its id is known first.
     */
    public static CallBudget shared(String url, String clientId, Duration window) {
        return SHARED.computeIfAbsent(key(url, clientId), key -> new CallBudget(window, System::nanoTime));
    }

    /** Returns the key of the runs that share a window. */
    static String key(String url, String clientId) {
        return url.replaceAll("/+$", "") + " " + clientId;
    }

    /**
     * Returns the limiter of one run.
     *
     * @param limit the number of calls in a window
     * @param onWait receives the expected wait, once for each call that waits
     * @param deadline the end of the run: a call that would wait longer is not sent
     */
    public Limiter gate(int limit, Consumer<Duration> onWait, Deadline deadline) {
        return new Limiter() {
            @Override
            public Pass enter() throws InterruptedException {
                CallBudget.this.enter(limit, onWait, deadline);
                return CallBudget.this::leave;
            }

            @Override
            public void closeFor(Duration pause) {
                if (isBearable(pause)) {
                    CallBudget.this.closeFor(pause);
                }
            }
        };
    }

    /**
     * Returns the limiter of one run that also counts the calls of other processes.
     *
     * @param limit the number of calls in a window
     * @param onWait receives the expected wait of each call that waits
     * @param deadline the end of the run: a call that would wait longer is not sent
     * @param machine the calls of all processes
     */
    public Limiter gate(int limit, Consumer<Duration> onWait, Deadline deadline, SharedWindow machine) {
        Limiter process = gate(limit, onWait, deadline);
        return new Limiter() {
            @Override
            public Pass enter() throws InterruptedException {
                Pass pass = process.enter();
                boolean entered = false;
                try {
                    String id = machine.enter(limit, onWait, deadline);
                    entered = true;
                    return () -> {
                        machine.leave(id);
                        pass.close();
                    };
                } finally {
                    if (!entered) {
                        cancel();
                    }
                }
            }

            @Override
            public void closeFor(Duration pause) {
                process.closeFor(pause);
                if (isBearable(pause)) {
                    machine.closeFor(pause);
                }
            }
        };
    }

    private static boolean isBearable(Duration pause) {
        return !pause.isNegative() && pause.compareTo(LONGEST_CLOSURE) <= 0;
    }

    /** Calls pass in the order in which they arrived: a late call must not overtake a waiting one. */
    private void enter(int limit, Consumer<Duration> onWait, Deadline deadline) throws InterruptedException {
        Object ticket = new Object();
        long expected;
        lock.lockInterruptibly();
        try {
            expected = untilFree(limit, waiting.size());
            deadline.require(Duration.ofNanos(Math.max(0, expected)));
            waiting.addLast(ticket);
        } finally {
            lock.unlock();
        }
        try {
            if (expected > 0) {
                // Not under the lock: the listener can be slow, and calls that end must not wait for it.
                onWait.accept(Duration.ofNanos(expected));
            }
            await(ticket, limit, deadline);
        } finally {
            drop(ticket);
        }
    }

    private void await(Object ticket, int limit, Deadline deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                boolean first = ticket.equals(waiting.peekFirst());
                long wait = first ? untilFree(limit, 0) : window;
                if (wait <= 0) {
                    underWay++;
                    return;
                }
                deadline.require(Duration.ZERO);
                changed.awaitNanos(Math.min(wait, deadline.left().toNanos()));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Makes the next call the first one, after this call has passed or was interrupted. */
    private void drop(Object ticket) {
        lock.lock();
        try {
            waiting.remove(ticket);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            underWay--;
            ended.add(clock.getAsLong());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Releases a permission that no call has used. */
    private void cancel() {
        lock.lock();
        try {
            underWay--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void closeFor(Duration pause) {
        lock.lock();
        try {
            long until = clock.getAsLong() + pause.toNanos();
            if (!closed || until - closedUntil > 0) {
                closedUntil = until;
                closed = true;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns the nanoseconds until a call may pass, given the number of calls ahead of it; 0 for now. */
    private long untilFree(int limit, int ahead) {
        long now = clock.getAsLong();
        ended.removeIf(end -> now - end >= window);
        closed = closed && closedUntil - now > 0;
        long opens = closed ? closedUntil - now : 0;
        int over = underWay + ended.size() + ahead - limit;
        if (over < 0) {
            return opens;
        }
        // If all calls of the window are in progress, there is no time to compute: the end of a call signals.
        long leaves = over < ended.size() ? window - (now - ended.get(over)) : window;
        return Math.max(opens, leaves);
    }
}
