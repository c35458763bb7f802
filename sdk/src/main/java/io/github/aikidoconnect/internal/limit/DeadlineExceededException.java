package io.github.aikidoconnect.internal.limit;

/** The deadline of a run was reached. The next run does the remaining work. */
public final class DeadlineExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeadlineExceededException() {
        super("The time of the run is over");
    }
}
