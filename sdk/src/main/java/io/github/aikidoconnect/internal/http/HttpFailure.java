package io.github.aikidoconnect.internal.http;

/** No complete answer came. The message says what a person can act on and names the host, nothing else of the call. */
public final class HttpFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean nothingSent;
    private final boolean mayPass;

    HttpFailure(String message, boolean nothingSent) {
        this(message, nothingSent, true);
    }

    HttpFailure(String message, boolean nothingSent, boolean mayPass) {
        super(message);
        this.nothingSent = nothingSent;
        this.mayPass = mayPass;
    }

    /** Returns whether the same call may succeed in a moment: an untrusted certificate stays so. */
    boolean mayPass() {
        return mayPass;
    }

    /** Returns whether it is certain that the service never saw the call. */
    public boolean nothingSent() {
        return nothingSent;
    }
}
