package io.github.aikidoconnect.azure;

import io.github.aikidoconnect.http.BoundedBody;
import io.github.aikidoconnect.http.Credentials;
import io.github.aikidoconnect.http.HttpAnswer;
import io.github.aikidoconnect.http.HttpCall;
import io.github.aikidoconnect.http.Transport;
import java.net.http.HttpRequest;
import java.util.Map;
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
    public CompletableFuture<HttpAnswer> send(HttpCall call) {
        Connection connection = new Connection();
        if (call.credentials() instanceof Credentials.AccessToken token) {
            connection.setPersonalAccessToken(token.token().reveal());
        }
        try {
            return HttpAnswer.of(RestClient.send(
                    call.uri().toString(),
                    RequestMethod.valueOf(call.method()),
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
                    FOLLOW_REDIRECTS));
        } catch (AzDException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
