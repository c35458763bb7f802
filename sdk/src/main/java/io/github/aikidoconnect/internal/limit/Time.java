package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.time.Instant;

/** The clock and the sleep of a run. Tests replace it, so that no test waits or depends on the speed of the machine. */
public interface Time {

    /** The time of the machine. */
    Time SYSTEM = new Time() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration pause) throws InterruptedException {
            // One millisecond more, because the rounding must not end the pause too early.
            Thread.sleep(pause.toMillis() + 1);
        }
    };

    /** Returns nanoseconds since an arbitrary moment, like {@link System#nanoTime()}. */
    long nanos();

    /** Returns the wall-clock time. */
    Instant now();

    /** Sleeps for the given time. */
    void sleep(Duration pause) throws InterruptedException;
}
