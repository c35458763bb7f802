package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.time.Instant;

/** Tells the time and lets it pass. Tests have one that takes none, so that no test depends on a machine's speed. */
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
            // A millisecond more, so that nobody wakes too early by what was rounded off.
            Thread.sleep(pause.toMillis() + 1);
        }
    };

    /** Returns nanoseconds since some moment, as {@link System#nanoTime()} does. */
    long nanos();

    /** Returns the time of the calendar. */
    Instant now();

    /** Returns after that time. */
    void sleep(Duration pause) throws InterruptedException;
}
