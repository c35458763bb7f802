package io.github.aikidoconnect.internal.azure.signin;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureException.Kind;
import io.github.aikidoconnect.internal.http.Credentials;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.HttpCall;
import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.HttpFailure;
import io.github.aikidoconnect.internal.http.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request of Microsoft's library through the transport of the run. Every request goes to the token endpoint of
 * the validated authority host, and not to the address that the library chose: the client secret is sent nowhere else, and the
 * library cannot call the public cloud to look up another authority.
 */
final class TokenEndpoint implements IHttpClient {

    static final String PATH = "/oauth2/v2.0/token";

    /** The header by which the library recognizes the answer to its request. It logs an answer without it. */
    private static final String REQUEST_ID = "client-request-id";

    /**
     * What the library receives instead of a refusal. It writes each refusal to the log of the program, with the text of the
     * service, which may repeat a secret.
     */
    private static final String NO_TOKEN = "{\"token_type\":\"Bearer\",\"expires_in\":1,\"access_token\":\"none\"}";

    private final HttpCaller http;
    private final URI uri;
    private @Nullable HttpAnswer answer;
    private @Nullable Exception failure;

    TokenEndpoint(HttpCaller http, URI uri) {
        this.http = http;
        this.uri = uri;
    }

    @Override
    public IHttpResponse send(HttpRequest request) {
        if (request.httpMethod() != HttpMethod.POST || !request.url().getPath().endsWith(PATH)) {
            throw new IllegalStateException("A call that is not a request for a token");
        }
        try {
            HttpAnswer received = http.send(new HttpCall(
                    "POST",
                    uri,
                    new Credentials.InBody(),
                    "application/x-www-form-urlencoded; charset=UTF-8",
                    request.body()));
            answer = received;
            return response(request, received.status() == 200 && isToken(received) ? received.text() : NO_TOKEN);
        } catch (InterruptedException | RuntimeException e) {
            failure = e;
            return response(request, NO_TOKEN);
        }
    }

    private static boolean isToken(HttpAnswer received) {
        return Json.read(received)
                .filter(body -> Json.text(body, "access_token").isPresent()
                        && Json.text(body, "expires_in").isPresent())
                .isPresent();
    }

    private static HttpResponse response(HttpRequest request, String body) {
        HttpResponse response = new HttpResponse().statusCode(200).body(body);
        String id = request.headerValue(REQUEST_ID);
        response.addHeaders(
                Map.of("Content-Type", List.of("application/json"), REQUEST_ID, id == null ? List.of() : List.of(id)));
        return response;
    }

    /**
     * Throws the failure if the library received no token of the service.
     *
     * @throws AzureException if the service issued none
     */
    void requireToken(UnaryOperator<String> clean) throws InterruptedException {
        if (failure instanceof InterruptedException interrupt) {
            throw interrupt;
        }
        if (failure instanceof HttpFailure network) {
            throw new AzureException(Kind.NETWORK, clean.apply(String.valueOf(network.getMessage())));
        }
        if (failure instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        HttpAnswer received = answer;
        if (received == null || (received.status() == 200 && !isToken(received))) {
            throw Issuer.ENTRA.failed("sent an answer that contains no access token");
        }
        if (received.status() != 200) {
            throw EntraAnswers.failure(Issuer.ENTRA, received, clean);
        }
    }
}
