package io.github.aikidoconnect;

/**
 * Receives progress events of a run. Events come from several threads, but one at a time. The run waits for the listener,
 * so it should return quickly.
 */
@FunctionalInterface
public interface ProgressListener {

    /** A listener that does nothing. */
    ProgressListener NONE = progress -> {};

    /**
     * Returns a listener for a log that people read. For a run over more than 40 repositories, it passes on the steps,
     * the last repository, and at most one other event in ten seconds.
     */
    static ProgressListener throttled(ProgressListener listener) {
        return new ProgressThrottle(listener, System::nanoTime);
    }

    /** Receives an event. Exceptions are ignored: a registration must not fail because its progress cannot be shown. */
    void on(Progress progress);
}
