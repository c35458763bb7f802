package io.github.aikidoconnect.maven.proxy;

import java.net.ConnectException;

/** A call ended at the proxy. The message names the proxy, so that its failure is not taken for the service's. */
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
