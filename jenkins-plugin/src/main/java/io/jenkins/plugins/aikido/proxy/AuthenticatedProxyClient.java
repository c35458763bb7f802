package io.jenkins.plugins.aikido.proxy;

import java.io.IOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Adds the proxy's password to every request, and tells the proxy's refusals from the services' answers. The JDK sends the
 * header to a proxy only, never to the target itself.
 */
final class AuthenticatedProxyClient extends HttpClient {

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final HttpClient carrier;
    private final String proxy;
    private final String authorization;

    /**
     * @param carrier goes through the proxy
     * @param proxy its host and port, for messages
     * @param credentials {@code user:password}
     */
    AuthenticatedProxyClient(HttpClient carrier, String proxy, String credentials) {
        this.carrier = carrier;
        this.proxy = proxy;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = sendAsync(request, handler);
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException("The call failed", e.getCause());
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return sendAsync(request, handler, null);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> promises) {
        HttpRequest authorized = HttpRequest.newBuilder(request, (name, value) -> true)
                .setHeader("Proxy-Authorization", authorization)
                .build();
        CompletableFuture<HttpResponse<T>> call = carrier.sendAsync(authorized, handler, promises);
        CompletableFuture<HttpResponse<T>> answer = call.handle((response, failure) -> {
            if (failure != null) {
                throw new CompletionException(explained(failure, request));
            }
            if (response.statusCode() == PROXY_AUTHENTICATION_REQUIRED) {
                throw new CompletionException(refused(request));
            }
            return response;
        });
        answer.whenComplete((response, failure) -> {
            if (answer.isCancelled()) {
                call.cancel(true);
            }
        });
        return answer;
    }

    private Throwable explained(Throwable failure, HttpRequest request) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        boolean refused = String.valueOf(cause.getMessage()).contains("got: " + PROXY_AUTHENTICATION_REQUIRED);
        return refused ? refused(request) : cause;
    }

    /** Java sends no password through a tunnel, which https needs, unless it is told to when it starts. */
    private ConnectException refused(HttpRequest request) {
        String tunnel = "https".equalsIgnoreCase(request.uri().getScheme())
                ? "; for https start Jenkins with -Djdk.http.auth.tunneling.disabledSchemes="
                : "";
        return new ConnectException("the proxy " + proxy
                + " of Manage Jenkins, System does not accept the username and password that it has there" + tunnel);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return carrier.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return carrier.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return carrier.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return carrier.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return carrier.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return carrier.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return carrier.authenticator();
    }

    @Override
    public Version version() {
        return carrier.version();
    }

    @Override
    public Optional<Executor> executor() {
        return carrier.executor();
    }
}
