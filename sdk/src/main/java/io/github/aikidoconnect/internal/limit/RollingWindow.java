package io.github.aikidoconnect.internal.limit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The rolling window of calls to one workspace. Aikido allows 20 calls a minute for all clients of a workspace.
 *
 * <p>Up to the limit, calls pass at once; each further call passes when the oldest call leaves the window, in the order in
 * which the calls arrived. A call leaves the window one window length after its response: Aikido counted it between request
 * and response, so this is safe for any network delay.
 *
 * <p>A call passes two windows: the one of its process, which has a monotonic clock and signals, and the one that all
 * processes of a user on the machine share in a file, which only adds to the wait.
 */
public final class RollingWindow {

    /** A longer pause is not waited for: the call fails, as {@code HttpCaller} decides too. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(90);

    private static final Map<String, RollingWindow> PROCESS = new ConcurrentHashMap<>();

    /** Distinguishes the calls of this process from those of others in the file that they share. */
    private static final String PROCESS_ID = HexFormat.of().toHexDigits(new SecureRandom().nextLong());

    private static final AtomicLong CALLS = new AtomicLong();

    private final WindowStore store;
    private final Duration window;

    private record Turn(long left, long version) {}

    RollingWindow(WindowStore store, Duration window) {
        this.store = store;
        this.window = window;
    }

    /**
     * Returns the window that all runs of this JVM share for a workspace. The API client identifies the workspace,
     * because its id is known first.
     */
    public static RollingWindow ofProcess(String url, String clientId, Duration window) {
        return PROCESS.computeIfAbsent(
                key(url, clientId) + " " + window,
                key -> new RollingWindow(new MemoryWindowStore(System::nanoTime), window));
    }

    /**
     * Returns the window that all processes share for a workspace. Its file in the given folder is named by a hash of URL
     * and client, and contains no names and no secrets.
     */
    public static RollingWindow ofMachine(Path folder, String url, String clientId, Duration window) {
        LockedFile file = new LockedFile(new CallFolder(folder), hash(key(url, clientId)), System::nanoTime);
        return new RollingWindow(new FileWindowStore(file, window, System::currentTimeMillis), window);
    }

    private static String key(String url, String clientId) {
        return url.replaceAll("/+$", "") + " " + clientId;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Returns the limiter of one run.
     *
     * @param windows the windows that count each call
     * @param limit the number of calls in a window
     * @param onWait receives the expected wait, once for each call that waits
     * @param deadline the end of the run: a call that would wait longer is not sent
     */
    public static Limiter limiter(
            List<RollingWindow> windows, int limit, Consumer<Duration> onWait, Deadline deadline) {
        return new WindowLimiter(windows, limit, onWait, deadline);
    }

    /** Waits until a call may pass, and returns its id for {@link #leave} or {@link #cancel}. */
    String enter(int limit, Consumer<Duration> onWait, Deadline deadline) throws InterruptedException {
        deadline.require(Duration.ZERO);
        String id = newId();
        boolean told = false;
        boolean entered = false;
        try {
            while (true) {
                Turn turn = ask(id, limit);
                if (turn.left() <= 0) {
                    entered = true;
                    return id;
                }
                Duration wait = Duration.of(turn.left(), store.unit().toChronoUnit());
                deadline.require(wait);
                if (told) {
                    store.await(turn.left(), turn.version());
                } else {
                    told = true;
                    // The listener can be slow, so the wait is computed once more afterwards.
                    onWait.accept(wait);
                }
            }
        } finally {
            if (!entered) {
                cancel(id);
            }
        }
    }

    /** Returns how long the call has to wait. If it may pass, it is recorded as in progress. */
    private Turn ask(String id, int limit) throws InterruptedException {
        Turn[] turn = {new Turn(0, 0)};
        store.change(state -> {
            long wait = state.untilFree(id, limit, units(window));
            if (wait > 0) {
                state.waiting(id, store.turnLease().map(this::units));
            } else {
                state.call(id, store.callLease().map(this::units));
            }
            turn[0] = new Turn(wait, state.version());
        });
        return turn[0];
    }

    /** Records that the response arrived: from now on, the call counts for one window. */
    void leave(String id) {
        store.record(state -> state.call(id, Optional.of(units(window) + store.rounding())));
    }

    /** Releases the permission that no call has used. */
    void cancel(String id) {
        store.record(state -> state.drop(id));
    }

    /** Records that Aikido requested a pause. */
    void closeFor(Duration pause) {
        store.record(state -> state.closed(newId(), units(pause) + store.rounding()));
    }

    private long units(Duration duration) {
        return store.unit().convert(duration);
    }

    private static String newId() {
        return PROCESS_ID + HexFormat.of().toHexDigits(CALLS.incrementAndGet());
    }
}
