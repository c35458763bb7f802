package io.github.aikidoconnect.internal.http;

import io.github.aikidoconnect.internal.text.Text;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Describes a failed call for users: the JDK's own messages are often empty. */
final class FailureText {

    private FailureText() {}

    static HttpFailure of(URI uri, Throwable failure, Duration timeout) {
        String host = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        if (failure instanceof TimeoutException) {
            return new HttpFailure(host + " did not answer within " + Text.out(timeout), false);
        }
        if (caused(failure, UnknownHostException.class) || caused(failure, UnresolvedAddressException.class)) {
            return new HttpFailure(host + " was not found in DNS", true);
        }
        if (caused(failure, HttpConnectTimeoutException.class)) {
            return new HttpFailure(host + " did not accept the connection in time", true);
        }
        if (isHandshake(failure)) {
            return new HttpFailure(
                    host + " has a certificate that this Java runtime does not trust, or supports no TLS version "
                            + "that this Java runtime supports: add the certificate authority with keytool "
                            + "-importcert, or set a trust store with"
                            + " -Djavax.net.ssl.trustStore",
                    true,
                    !caused(failure, GeneralSecurityException.class));
        }
        if (failure instanceof ConnectException && isTold(failure)) {
            // The proxy refused the call; a repetition would get the same answer.
            return new HttpFailure(host + " could not be reached: " + failure.getMessage(), true, false);
        }
        if (caused(failure, ConnectException.class)) {
            return new HttpFailure(host + " refused the connection", true);
        }
        if (failure instanceof BoundedBody.TooLargeException) {
            return new HttpFailure(
                    host + " sent an answer that is too large (" + failure.getMessage() + ")", false, false);
        }
        String detail =
                failure instanceof IOException && failure.getMessage() != null ? ": " + failure.getMessage() : "";
        return new HttpFailure(host + " closed the connection" + detail, false);
    }

    /**
     * A connection that breaks later also fails with a {@link SSLException}; then the call was sent and may have had its
     * effect.
     */
    private static boolean isHandshake(Throwable failure) {
        return caused(failure, SSLHandshakeException.class)
                || caused(failure, SSLPeerUnverifiedException.class)
                || (caused(failure, SSLException.class) && caused(failure, GeneralSecurityException.class));
    }

    /**
     * Returns whether the message adds information: the messages of the JDK are empty or only state that the connection
     * was refused.
     */
    private static boolean isTold(Throwable failure) {
        String message = failure.getMessage();
        return message != null && !message.startsWith("Connection refused");
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
