package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.internal.http.BoundedBody;
import io.github.aikidoconnect.internal.http.JdkTransport;
import io.github.aikidoconnect.internal.http.ProxyFailure;
import java.net.ProxySelector;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.azd.connection.Connection;
import org.azd.enums.CustomHeader;
import org.azd.enums.RequestMethod;
import org.azd.exceptions.AzDException;
import org.azd.utils.RestClient;

/**
 * Carries reads with azure-devops-java-sdk (azd) 5.0.6. Of that library only its connection and its one-request client
 * are used: its high-level API ignores the status, knows no continuation token, and does not escape names.
 */
public final class AzdTransport implements Transport {

    /** azd's client would follow a redirect with this set, and the JDK then sends the token to the other host. */
    private static final boolean FOLLOW_REDIRECTS = false;

    @Override
    public CompletableFuture<Response> send(Request request) {
        Connection connection = new Connection();
        Optional.ofNullable(request.headers().get("Authorization"))
                .map(AzdTransport::password)
                .ifPresent(connection::setPersonalAccessToken);
        try {
            CompletableFuture<HttpResponse<byte[]>> sent = RestClient.send(
                    request.uri().toString(),
                    RequestMethod.valueOf(request.method()),
                    connection,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    HttpRequest.BodyPublishers.noBody(),
                    new BoundedBody(),
                    Map.of("Accept", CustomHeader.JSON),
                    FOLLOW_REDIRECTS);
            // azd's client is private; it has the proxy of the JVM, as every client of the JDK without one of its own.
            return JdkTransport.received(sent, ProxyFailure.on(request.uri(), ProxySelector.getDefault()));
        } catch (AzDException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** azd takes the token itself and makes the header of it again. */
    private static String password(String authorization) {
        String pair = new String(
                Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8);
        return pair.substring(pair.indexOf(':') + 1);
    }
}
