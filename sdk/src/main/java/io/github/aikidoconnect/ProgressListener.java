package io.github.aikidoconnect;

/**
 * Is told what a run is doing. It is called from several threads, but never from two at once, and should return
 * quickly: the run waits for it.
 */
@FunctionalInterface
public interface ProgressListener {

    /** A listener that does nothing. */
    ProgressListener NONE = progress -> {};

    /** Is called when something begins, is done, or has to wait. What it throws is dropped: a registration does not
     * fail because it could not be shown. */
    void on(Progress progress);
}
