package io.github.aikidoconnect.internal.limit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The rolling window of calls that all processes of a user on one machine share in a file. It only adds to the wait of
 * {@link CallBudget}, which counts the calls of its own process with a monotonic clock. If the file cannot be used, it
 * adds nothing, and Aikido's refusals slow the processes down.
 */
public final class SharedWindow {

    /** The default time limit of a call. After it, the call of a process that died no longer counts. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    /** How long a waiting call keeps its turn without a sign of life: its process may have died. */
    private static final Duration TURN = Duration.ofSeconds(3);

    private final LockedFile file;
    private final long window;
    private final LongSupplier clock;
    private final Duration poll;

    SharedWindow(LockedFile file, Duration window, LongSupplier clock) {
        this.file = file;
        this.window = window.toMillis();
        this.clock = clock;
        // Another process cannot signal the end of its call, so the file is polled: once a second for a minute's
        // window.
        this.poll = Duration.ofMillis(Math.max(10, window.toMillis() / 60));
    }

    /**
     * Returns the window of an API client. Its file in the given folder is named by a hash of URL and client, and
     * contains no names and no secrets.
     */
    public static SharedWindow in(Path folder, String url, String clientId, Duration window) {
        CallFolder calls = new CallFolder(folder);
        LockedFile file = new LockedFile(calls, hash(CallBudget.key(url, clientId)), System::nanoTime);
        return new SharedWindow(file, window, System::currentTimeMillis);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Waits until a call may pass, in the order in which calls arrived, and returns the id for {@link #leave}. */
    String enter(int limit, Consumer<Duration> onWait, Deadline deadline) throws InterruptedException {
        String id = UUID.randomUUID().toString().replace("-", "");
        boolean told = false;
        boolean entered = false;
        try {
            while (true) {
                long wait = ask(id, limit);
                if (wait <= 0) {
                    entered = true;
                    return id;
                }
                deadline.require(Duration.ofMillis(wait));
                if (!told) {
                    told = true;
                    onWait.accept(Duration.ofMillis(wait));
                }
                Thread.sleep(Math.min(wait, poll.toMillis()));
            }
        } finally {
            if (!entered) {
                changeForSure(notes -> notes.drop(id));
            }
        }
    }

    /** Records that the response arrived: from now on, the call counts for one window. */
    void leave(String id) {
        // The clock counts whole milliseconds: without one more, the call would leave the window too early.
        changeForSure(notes -> notes.call(id, window + 1));
    }

    /** Records that Aikido requested a pause. */
    void closeFor(Duration pause) {
        changeForSure(notes -> notes.closed(UUID.randomUUID().toString().replace("-", ""), pause.toMillis() + 1));
    }

    /** Returns the milliseconds to wait, 0 if the call may pass and is recorded. */
    private long ask(String id, int limit) throws InterruptedException {
        long[] wait = {0};
        change(notes -> {
            wait[0] = notes.untilFree(id, limit, window);
            if (wait[0] > 0) {
                notes.waiting(id, poll.toMillis() + TURN.toMillis());
            } else {
                notes.drop(id);
                notes.call(id, window + LONGEST_CALL.toMillis());
            }
        });
        return wait[0];
    }

    /** The end of a call must be recorded even if an interrupt has ended it. */
    private void changeForSure(Consumer<CallNotes> change) {
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

    private void change(Consumer<CallNotes> change) throws InterruptedException {
        boolean unused = file.change(text -> {
            long longest = Math.max(window + LONGEST_CALL.toMillis(), CallBudget.LONGEST_CLOSURE.toMillis()) + 1;
            CallNotes notes = CallNotes.read(text, clock.getAsLong(), longest);
            change.accept(notes);
            return notes.text();
        });
    }
}
