package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * The time at which a run has to end. A pause that would end later does not begin, and no call is sent after the
 * deadline. A call in progress may finish.
 */
public final class Deadline implements Time {

    /** Longer than any run. */
    private static final Duration UNLIMITED = Duration.ofDays(10_000);

    private final Time time;
    private final long start;
    private final Duration longest;

    private Deadline(Time time, Duration longest) {
        this.time = time;
        this.start = time.nanos();
        this.longest = longest;
    }

    /** Returns a deadline that is never reached. */
    public static Deadline none(Time time) {
        return new Deadline(time, UNLIMITED);
    }

    /** Returns the deadline after the given time. */
    public static Deadline in(Duration longest, Time time) {
        return new Deadline(time, longest);
    }

    /** Returns the remaining time, zero or negative after the deadline. */
    public Duration left() {
        return longest.minusNanos(time.nanos() - start);
    }

    /**
     * Checks that a wait ends before the deadline.
     *
     * @throws DeadlineExceededException if it ends later
     */
    public void require(Duration wait) {
        if (wait.compareTo(left()) >= 0) {
            throw new DeadlineExceededException();
        }
    }

    @Override
    public long nanos() {
        return time.nanos();
    }

    @Override
    public Instant now() {
        return time.now();
    }

    /**
     * Sleeps.
     *
     * @throws DeadlineExceededException at once, if the pause ends after the deadline
     */
    @Override
    public void sleep(Duration pause) throws InterruptedException {
        require(pause);
        time.sleep(pause);
    }

    /** Returns a limiter that lets no call pass after the deadline. */
    public Limiter before(Limiter inner) {
        return new Limiter() {
            @Override
            public Pass enter() throws InterruptedException {
                require(Duration.ZERO);
                return inner.enter();
            }

            @Override
            public void closeFor(Duration pause) {
                inner.closeFor(pause);
            }
        };
    }
}
