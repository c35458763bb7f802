package io.github.aikidoconnect.internal.limit;

import java.time.Duration;

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
