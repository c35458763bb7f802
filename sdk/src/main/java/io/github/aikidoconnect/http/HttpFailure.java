package io.github.aikidoconnect.http;

/** No complete answer came. The message says what a person can act on and names the host, nothing else of the call. */
public final class HttpFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean nothingSent;

    HttpFailure(String message, boolean nothingSent) {
        super(message);
        this.nothingSent = nothingSent;
    }

    /** Returns whether it is certain that the service never saw the call. */
    public boolean nothingSent() {
        return nothingSent;
    }
}
