package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The state in the memory of this process, on a monotonic clock. A call that ends wakes the calls that wait. */
final class MemoryWindowStore implements WindowStore {

    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final WindowState state;

    MemoryWindowStore(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.state = new WindowState(nanoTime.getAsLong());
    }

    @Override
    public TimeUnit unit() {
        return TimeUnit.NANOSECONDS;
    }

    @Override
    public long rounding() {
        return 0;
    }

    @Override
    public Optional<Duration> callLease() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> turnLease() {
        return Optional.empty();
    }

    @Override
    public void change(Consumer<WindowState> change) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            apply(change);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void record(Consumer<WindowState> change) {
        lock.lock();
        try {
            apply(change);
        } finally {
            lock.unlock();
        }
    }

    private void apply(Consumer<WindowState> change) {
        state.moveTo(nanoTime.getAsLong());
        long before = state.version();
        change.accept(state);
        if (state.version() != before) {
            changed.signalAll();
        }
    }

    @Override
    public void await(long longest, long version) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = longest;
            while (left > 0 && state.version() == version) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
