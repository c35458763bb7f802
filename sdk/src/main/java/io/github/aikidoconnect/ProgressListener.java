package io.github.aikidoconnect;

/**
 * Is told what a run is doing. It is called from several threads, but never from two at once, and should return
 * quickly: the run waits for it.
 */
@FunctionalInterface
public interface ProgressListener {

    /** A listener that does nothing. */
    ProgressListener NONE = progress -> {};

    /**
     * Returns a listener for a log that people read: of a run over more than 40 repositories it passes on the steps, the
     * last repository, and of everything else at most one event in ten seconds.
     */
    static ProgressListener throttled(ProgressListener listener) {
        return new ProgressThrottle(listener, System::nanoTime);
    }

    /** Is called when something begins, is done, or has to wait. What it throws is dropped: a registration does not
     * fail because it could not be shown. */
    void on(Progress progress);
}
