package io.github.aikidoconnect.maven.proxy;

import java.io.IOException;

/** A call ended at the proxy. The message tells so: a proxy's refusal must not be taken for the service's. */
final class ProxyException extends IOException {

    private static final long serialVersionUID = 1L;

    ProxyException(String message) {
        super(message);
    }
}
