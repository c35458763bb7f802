package io.github.aikidoconnect.maven.proxy;

import java.net.ConnectException;
import org.jspecify.annotations.Nullable;

/** A call ended at the proxy. The message tells so: a proxy's refusal must not be taken for the service's. */
final class ProxyException extends ConnectException {

    private static final long serialVersionUID = 1L;

    private final boolean refusedPassword;

    private ProxyException(String message, @Nullable Throwable cause, boolean refusedPassword) {
        super(message);
        initCause(cause);
        this.refusedPassword = refusedPassword;
    }

    ProxyException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    static ProxyException refusedPassword(String message) {
        return new ProxyException(message, null, true);
    }

    boolean isRefusedPassword() {
        return refusedPassword;
    }
}
