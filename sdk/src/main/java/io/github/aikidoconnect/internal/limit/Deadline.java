package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * The time of a run that has to end by a certain moment. A pause that would go beyond that moment is not begun, and no
 * call is sent after it; a call that is under way may finish.
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

    /** Returns a deadline that never comes. */
    public static Deadline none(Time time) {
        return new Deadline(time, UNLIMITED);
    }

    /** Returns a deadline so long after now. */
    public static Deadline in(Duration longest, Time time) {
        return new Deadline(time, longest);
    }

    /** Returns the time that is left, not positive where none is. */
    public Duration left() {
        return longest.minusNanos(time.nanos() - start);
    }

    /**
     * Returns if a wait of that length ends in time.
     *
     * @throws DeadlineExceededException if it does not
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
     * Pauses.
     *
     * @throws DeadlineExceededException at once if the pause does not end in time
     */
    @Override
    public void sleep(Duration pause) throws InterruptedException {
        require(pause);
        time.sleep(pause);
    }

    /** Returns a gate that lets no call through after the deadline. */
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
