package io.github.aikidoconnect.internal.http;

import io.github.aikidoconnect.Transport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes that a call of a JDK client failed at the JVM's proxy. The JDK reports it like a failure of the target, so
 * that users would search in the wrong place.
 */
final class ProxyFailure {

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final Optional<String> proxy;

    private ProxyFailure(Optional<String> proxy) {
        this.proxy = proxy;
    }

    /** Returns the recognizer for calls to a URL, which go through the proxy of the selector, if there is one. */
    public static ProxyFailure on(URI uri, @Nullable ProxySelector proxies) {
        if (proxies == null) {
            return new ProxyFailure(Optional.empty());
        }
        return new ProxyFailure(proxies.select(uri).stream()
                .filter(candidate -> candidate.type() == Proxy.Type.HTTP)
                .map(Proxy::address)
                .filter(InetSocketAddress.class::isInstance)
                .map(InetSocketAddress.class::cast)
                .map(address -> address.getHostString() + ":" + address.getPort())
                .findFirst());
    }

    boolean isRefusal(int status) {
        return proxy.isPresent() && status == PROXY_AUTHENTICATION_REQUIRED;
    }

    /** Returns the failure of a proxy that requires a username and password, which a JDK client does not have. */
    IOException refused() {
        return new Transport.ProxyAuthenticationException(
                "the proxy " + proxy.orElse("") + " requires a username and password");
    }

    /** Returns the failure, or a failure that names the proxy if the call failed there. */
    Throwable explained(Throwable failure) {
        if (proxy.isEmpty()) {
            return failure;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("Tunnel failed, got: " + PROXY_AUTHENTICATION_REQUIRED)
                    || message.contains("No credentials provided")) {
                return refused();
            }
            if (message.contains("Tunnel failed, got: ")) {
                return new ConnectException("the proxy " + proxy.get() + " refused to connect to the host (status "
                        + message.replaceAll("^.*got: (\\d{0,3}).*$", "$1") + ")");
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return new ConnectException("the proxy " + proxy.get() + " was not found in DNS");
            }
            if (cause instanceof ConnectException) {
                return new ConnectException("the proxy " + proxy.get() + " did not accept the connection");
            }
        }
        return failure;
    }
}
