package io.github.aikidoconnect.internal.http;

import io.github.aikidoconnect.Transport;
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
 * Sends read calls with azure-devops-java-sdk (azd) 5.0.6. Only its connection and its one-request client are used,
 * because its high-level API ignores the status and continuation tokens and does not escape names.
 */
public final class AzdTransport implements Transport {

    /** If this were true, the client of azd would follow redirects, and the JDK would send the token to the other host. */
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
            // The client of azd is private; it uses the proxy of the JVM, like every JDK client without a proxy
            // setting.
            return JdkTransport.received(sent, ProxyFailure.on(request.uri(), ProxySelector.getDefault()));
        } catch (AzDException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Returns the token of a header, because azd expects the token and creates the header itself. */
    private static String password(String authorization) {
        String pair = new String(
                Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8);
        return pair.substring(pair.indexOf(':') + 1);
    }
}
