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
 * The calls that the processes of one user on one machine take from a workspace, in a file that they share. It only ever
 * adds to the wait of {@link CallBudget}, which knows the calls of its own process by a clock that nobody sets. Where
 * the file cannot be used it adds nothing, and Aikido's own refusal is what slows the others down.
 */
public final class SharedWindow {

    /** As long as a call may take unless another limit is set. A process that dies leaves its place after that. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    /** How long a call that waits keeps its turn without asking again: the process may have died. */
    private static final Duration TURN = Duration.ofSeconds(3);

    private final LockedFile file;
    private final long window;
    private final LongSupplier clock;
    private final Duration poll;

    SharedWindow(LockedFile file, Duration window, LongSupplier clock) {
        this.file = file;
        this.window = window.toMillis();
        this.clock = clock;
        // Another process cannot signal that its call has ended, so it is looked for: once a second in a minute's
        // window.
        this.poll = Duration.ofMillis(Math.max(10, window.toMillis() / 60));
    }

    /**
     * Returns those of a client, noted in the given folder under a name that is a hash of both: nobody reads off it who
     * calls whom, and no secret is in it.
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

    /** Waits for a place, in the order in which calls came, and returns what {@link #leave} wants. */
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

    /** Notes that the answer came: from now on the call counts for one window. */
    void leave(String id) {
        // The clock has no parts of a millisecond: one more, or the call would leave a little early.
        changeForSure(notes -> notes.call(id, window + 1));
    }

    /** Notes that Aikido has asked for a pause. */
    void closeFor(Duration pause) {
        changeForSure(notes -> notes.closed(UUID.randomUUID().toString().replace("-", ""), pause.toMillis() + 1));
    }

    /** Returns the milliseconds to wait, 0 when the call may pass and is noted. */
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

    /** An interrupt is what often ends a call, and its end is to be noted all the same. */
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
