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
 * The calls that one workspace may still take. Aikido allows 20 in a rolling minute, over all clients of a workspace.
 *
 * <p>So many calls pass at once; each further one passes as soon as the oldest leaves the window. A call leaves it one
 * window after its answer came: Aikido counted it some time between sending and answer, so that moment is safe whatever
 * the network's delay was.
 */
public final class CallBudget {

    static final Duration WINDOW = Duration.ofMinutes(1);

    /** HttpCaller waits no longer than this either: a call is to be refused rather than to hang for an hour. */
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
     * Returns the budget that all runs of this JVM share for a workspace. An API client belongs to one workspace, and
     * its id is known before the workspace's.
     */
    public static CallBudget shared(String url, String clientId, Duration window) {
        return SHARED.computeIfAbsent(key(url, clientId), key -> new CallBudget(window, System::nanoTime));
    }

    /** Returns what the runs have in common that share a budget. */
    static String key(String url, String clientId) {
        return url.replaceAll("/+$", "") + " " + clientId;
    }

    /**
     * Returns the gate of one run.
     *
     * @param limit how many calls may be within a window
     * @param onWait is told once for each call that has to wait, with the time until it may pass as known then
     * @param deadline when the run ends: a call that would have to wait longer is not sent
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
     * Returns the gate of one run that heeds the calls of other processes too.
     *
     * @param limit how many calls may be within a window
     * @param onWait is told for each call that has to wait, with the time until it may pass as known then
     * @param deadline when the run ends: a call that would have to wait longer is not sent
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

    /** Calls pass in the order in which they came: a late one must not take the place that an early one waits for. */
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
                // Not under the lock: whoever listens may take its time, and calls that end must not wait for it.
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

    /** Lets the next one be the first, whether this one passed or was interrupted. */
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

    /** Gives a place back that no call was made in. */
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

    /** Returns the nanoseconds until a call may pass that so many others are ahead of, 0 for at once. */
    private long untilFree(int limit, int ahead) {
        long now = clock.getAsLong();
        ended.removeIf(end -> now - end >= window);
        closed = closed && closedUntil - now > 0;
        long opens = closed ? closedUntil - now : 0;
        int over = underWay + ended.size() + ahead - limit;
        if (over < 0) {
            return opens;
        }
        // With every place under way there is nothing to count down: a call that ends signals.
        long leaves = over < ended.size() ? window - (now - ended.get(over)) : window;
        return Math.max(opens, leaves);
    }
}
