package io.github.aikidoconnect.internal.limit;

/** The time of a run is over. What it has not begun is left for the next run. */
public final class DeadlineExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeadlineExceededException() {
        super("The time of the run is over");
    }
}
