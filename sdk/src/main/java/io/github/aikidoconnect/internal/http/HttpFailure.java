package io.github.aikidoconnect.internal.http;

/** No complete response arrived. The message is written for users; it names the host and nothing else of the call. */
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

    /** Returns whether a repetition may succeed. It cannot after an untrusted certificate, for example. */
    boolean mayPass() {
        return mayPass;
    }

    /** Returns whether the service certainly did not receive the call. */
    public boolean nothingSent() {
        return nothingSent;
    }
}
