package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets a goal end in order when the process is told to stop (SIGINT, SIGTERM): by a person, by a pipeline that is cancelled,
 * by a container that is stopped. The run is interrupted, and the process waits a moment for its report. Closing says that
 * the goal has ended.
 */
final class StopSignal implements AutoCloseable {

    /** Why a run did not begin that was to begin after the signal. */
    static final Problem NOT_BEGUN = new Problem(
            ProblemCode.PARTIAL, "The run was interrupted before it began.", "Run it again: nothing was done.");

    /** Docker, for one, kills a process 10 seconds after the signal. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Duration longestWait;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "aikido-stop");
    private @Nullable AikidoConnect running;
    private boolean received;

    private StopSignal(Duration longestWait) {
        this.longestWait = longestWait;
    }

    static StopSignal watch() {
        return watch(LONGEST_WAIT);
    }

    static StopSignal watch(Duration longestWait) {
        StopSignal signal = new StopSignal(longestWait);
        try {
            Runtime.getRuntime().addShutdownHook(signal.hook);
        } catch (IllegalStateException e) {
            signal.received = true;
        }
        return signal;
    }

    /** Lets the signal end the runs of an entry. */
    synchronized void ends(AikidoConnect aikido) {
        running = aikido;
        if (received) {
            aikido.close();
        }
    }

    /** Returns whether the process was told to stop. */
    synchronized boolean isReceived() {
        return received;
    }

    private void stop() {
        synchronized (this) {
            received = true;
            if (running != null) {
                running.close();
            }
        }
        try {
            boolean unused = ended.await(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ignored) {
            // The process is ending: the hook runs and sees the end of the goal.
        }
    }
}
