package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a goal in order after SIGINT or SIGTERM, for example from a cancelled pipeline or a stopped container. The run is
 * interrupted, and the process waits for its report for a short time. Closing marks the goal as ended.
 */
final class StopSignal implements AutoCloseable {

    /** The problem of a run that did not start because of the signal. */
    static final Problem NOT_BEGUN = new Problem(
            ProblemCode.PARTIAL, "The run was interrupted before it began.", "Run it again: nothing was done.");

    /** For example, Docker kills a process 10 seconds after the signal. */
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

    /** Registers the runs that the signal ends. */
    synchronized void ends(AikidoConnect aikido) {
        running = aikido;
        if (received) {
            aikido.close();
        }
    }

    /** Returns whether a signal was received. */
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
            // The process is ending: the hook already runs and waits for the end of the goal.
        }
    }
}
