package io.github.aikidoconnect.maven.proxy;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A call ended at the proxy. The message tells so: a proxy's refusal must not be taken for the service's. */
final class ProxyException extends IOException {

    private static final long serialVersionUID = 1L;

    ProxyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
