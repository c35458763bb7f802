package io.github.aikidoconnect.internal.limit;

import java.time.Duration;

/** Lets calls through, one by one, as soon as they may be sent. */
public interface Limiter {

    /** Lets every call through at once. */
    Limiter OPEN = new Limiter() {
        @Override
        public Pass enter() {
            return () -> {};
        }

        @Override
        public void closeFor(Duration pause) {}
    };

    /** Waits for the permission to send one call. The pass is closed when the call has ended, however it ended. */
    Pass enter() throws InterruptedException;

    /** Lets no call through for a while, since the service asked for it. */
    void closeFor(Duration pause);

    /** The permission for one call. */
    @FunctionalInterface
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }
}
