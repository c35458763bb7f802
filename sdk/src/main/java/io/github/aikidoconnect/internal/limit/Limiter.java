package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.util.function.Consumer;

/** Decides when a call may be sent. */
public interface Limiter {

    /** Lets every call pass at once. */
    Limiter OPEN = new Limiter() {
        @Override
        public Pass enter() {
            return () -> {};
        }

        @Override
        public void closeFor(Duration pause) {}
    };

    /** Returns a limiter that lets the given number of calls pass at the same time. */
    static Limiter atATime(int calls) {
        return new ConcurrencyLimit(calls);
    }

    /**
     * Returns a limiter that lets calls wait when the service requests it.
     *
     * @param longest the limit for the sum of all pauses
     * @param onWait receives the wait of each call that waits
     */
    static Limiter requestedPauses(Time time, Duration longest, Consumer<Duration> onWait) {
        return new RequestedPause(time, longest, onWait);
    }

    /** Returns a limiter that a call passes after this one and the other one. */
    default Limiter and(Limiter other) {
        return new AllOf(this, other);
    }

    /** Waits for the permission to send one call. The caller closes the pass when the call has ended. */
    Pass enter() throws InterruptedException;

    /** Lets no call pass for the given time, because the service requested it. */
    void closeFor(Duration pause);

    /** The permission for one call. */
    @FunctionalInterface
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }
}
