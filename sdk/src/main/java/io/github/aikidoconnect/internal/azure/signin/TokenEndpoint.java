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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request of Microsoft's library through the transport of the run. Every request goes to the token endpoint of
 * the validated authority host, whatever address the library chose: the client secret is sent nowhere else, and the
 * library cannot call the public cloud to look up another authority.
 */
final class TokenEndpoint implements IHttpClient {

    static final String PATH = "/oauth2/v2.0/token";

    private final HttpCaller http;
    private final URI uri;
    private @Nullable HttpAnswer answer;
    private @Nullable Exception failure;

    TokenEndpoint(HttpCaller http, URI uri) {
        this.http = http;
        this.uri = uri;
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws Exception {
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
            HttpResponse response =
                    new HttpResponse().statusCode(received.status()).body(received.text());
            response.addHeaders(Map.of("Content-Type", List.of("application/json")));
            return response;
        } catch (InterruptedException | RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    /** Returns why the library received no token; the library's own exceptions only repeat the answer. */
    AzureException explain(UnaryOperator<String> clean) throws InterruptedException {
        if (failure instanceof InterruptedException interrupt) {
            throw interrupt;
        }
        if (failure instanceof HttpFailure network) {
            return new AzureException(Kind.NETWORK, clean.apply(String.valueOf(network.getMessage())));
        }
        if (failure instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        HttpAnswer received = answer;
        return received == null || received.status() == 200
                ? new AzureException(Kind.SIGN_IN_FAILED, "the answer of Microsoft Entra contains no access token")
                : EntraAnswers.failure(Issuers.ENTRA, received, clean);
    }
}
