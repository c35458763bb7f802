package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The state in a file that all processes of a user on one machine share, on the wall clock. If the file cannot be used,
 * nothing is recorded and no call waits: Aikido's refusals slow the processes down.
 */
final class FileWindowStore implements WindowStore {

    /** The default time limit of a call. After it, the call of a process that died no longer counts. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    /** How long a waiting call keeps its turn without a sign of life: its process may have died. */
    private static final Duration TURN = Duration.ofSeconds(3);

    private final LockedFile file;
    private final Duration window;
    private final LongSupplier wallClock;
    private final Duration poll;

    FileWindowStore(LockedFile file, Duration window, LongSupplier wallClock) {
        this.file = file;
        this.window = window;
        this.wallClock = wallClock;
        // Another process cannot signal the end of its call, so the file is polled: once a second for a minute's
        // window.
        this.poll = Duration.ofMillis(Math.max(10, window.toMillis() / 60));
    }

    @Override
    public TimeUnit unit() {
        return TimeUnit.MILLISECONDS;
    }

    @Override
    public long rounding() {
        return 1;
    }

    @Override
    public Optional<Duration> callLease() {
        return Optional.of(window.plus(LONGEST_CALL));
    }

    @Override
    public Optional<Duration> turnLease() {
        return Optional.of(poll.plus(TURN));
    }

    @Override
    public void change(Consumer<WindowState> change) throws InterruptedException {
        boolean unused = file.change(text -> {
            Duration call = window.plus(LONGEST_CALL);
            Duration pause = RollingWindow.LONGEST_PAUSE;
            long longest = (call.compareTo(pause) > 0 ? call : pause).toMillis() + rounding();
            WindowState state = WindowText.read(text, wallClock.getAsLong(), longest);
            change.accept(state);
            return WindowText.write(state);
        });
    }

    @Override
    public void record(Consumer<WindowState> change) {
        boolean interrupted = Thread.interrupted();
        try {
            change(change);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void await(long longest, long version) throws InterruptedException {
        Thread.sleep(Math.min(longest, poll.toMillis()));
    }
}
