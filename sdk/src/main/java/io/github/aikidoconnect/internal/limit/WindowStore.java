package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Where the state of a {@link RollingWindow} is: in the memory of one process, or in a file that processes share. */
interface WindowStore {

    /** Returns the unit of the times in the state. */
    TimeUnit unit();

    /** Returns what to add to a time that must not end too early, because the clock counts whole units. */
    long rounding();

    /**
     * Returns the time after which a call in progress no longer counts, because its process may have died. Empty where
     * the state ends with the process.
     */
    Optional<Duration> callLease();

    /** Returns the time for which a waiting call keeps its turn without asking again, empty for all time. */
    Optional<Duration> turnLease();

    /**
     * Changes the state while no other call reads or changes it. If the state cannot be used, the change is left out.
     *
     * @throws InterruptedException if the thread is interrupted before
     */
    void change(Consumer<WindowState> change) throws InterruptedException;

    /** Does the same for what must not be lost: the thread stays interrupted if it was. */
    void record(Consumer<WindowState> change);

    /**
     * Waits until a call may pass, or until another call may have changed that.
     *
     * @param longest the time after which a call may pass if nothing changes, in units
     * @param version the version of the state that says so
     */
    void await(long longest, long version) throws InterruptedException;
}
