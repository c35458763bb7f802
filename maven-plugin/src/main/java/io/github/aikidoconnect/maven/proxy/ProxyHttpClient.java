package io.github.aikidoconnect.maven.proxy;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's {@link HttpClient}, carried by Apache HttpClient.
 *
 * <p>The JDK's own client sends no Basic authentication to a proxy that tunnels https, unless the system property
 * {@code jdk.http.auth.tunneling.disabledSchemes} is changed for the whole JVM, which is not the plugin's to change:
 * other plugins of the same build would be less safe for it. Most companies' proxies ask for just that.
 *
 * <p>Only what a caller of {@code send} and {@code sendAsync} sees is bridged. There are no redirects, cookies, retries
 * or push promises, and the proxy's credentials go to the proxy alone.
 */
public final class ProxyHttpClient extends HttpClient implements AutoCloseable {

    private final Proxies proxies;
    private final SSLContext tls;

    /** Whoever sends a wrong password again and again locks the account that the whole company builds with. */
    private final Map<ProxyServer, ProxyException> refusals = new ConcurrentHashMap<>();

    private final CloseableHttpClient transport;
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "aikido-proxy");
        thread.setDaemon(true);
        return thread;
    });

    /** Takes the TLS context of the JVM, so that a company's trust store counts here as everywhere else. */
    ProxyHttpClient(Proxies proxies) {
        this(proxies, jvmTls());
    }

    ProxyHttpClient(Proxies proxies, SSLContext tls) {
        this.proxies = proxies;
        this.tls = tls;
        this.transport = Transport.create(proxies, tls);
    }

    private static SSLContext jvmTls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no TLS", e);
        }
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
        Optional<ProxyServer> proxy =
                proxies.select(request.uri().getScheme(), request.uri().getHost());
        Throwable refusal = proxy.map(refusals::get).orElse(null);
        if (refusal != null) {
            return CompletableFuture.failedFuture(refusal);
        }
        Exchange<T> exchange = new Exchange<>(request, handler, proxy);
        CompletableFuture<?> unused = exchange.whenComplete((answer, failure) -> {
            if (failure instanceof ProxyException wrong && wrong.isRefusedPassword()) {
                proxy.ifPresent(server -> refusals.put(server, wrong));
            }
        });
        return exchange.start(transport, executor);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> ignored) {
        return sendAsync(request, handler);
    }

    @Override
    public void close() {
        transport.close(CloseMode.IMMEDIATE);
        executor.shutdownNow();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.empty();
    }

    @Override
    public SSLContext sslContext() {
        return tls;
    }

    @Override
    public SSLParameters sslParameters() {
        return tls.getDefaultSSLParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.of(executor);
    }
}
