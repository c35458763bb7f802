package io.github.aikidoconnect.maven.proxy;

import java.net.ConnectException;

/**
 * A call that failed at the proxy. The message names the proxy, so that users do not search for the failure at the
 * service.
 */
final class ProxyException extends ConnectException {

    private static final long serialVersionUID = 1L;

    ProxyException(String message) {
        super(message);
    }

    ProxyException(String message, Throwable cause) {
        super(message);
        initCause(cause);
    }
}
