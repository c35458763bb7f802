package io.github.aikidoconnect.maven.proxy;

import io.github.aikidoconnect.Transport;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/**
 * Sends calls through the proxies of settings.xml, with Apache HttpClient.
 *
 * <p>The JDK's own client sends no Basic authentication to a proxy that tunnels https, unless the system property {@code
 * jdk.http.auth.tunneling.disabledSchemes} is changed for the whole JVM. That would make other plugins of the same build
 * less safe, and most proxies of companies require Basic authentication.
 */
public final class ProxyTransport implements Transport, AutoCloseable {

    private final Proxies proxies;
    private final CloseableHttpClient client;
    private final Map<ProxyServer, ProxyLogin> logins = new ConcurrentHashMap<>();

    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "aikido-proxy");
        thread.setDaemon(true);
        return thread;
    });

    /** Uses the TLS context of the JVM, so that a company's trust store is used. */
    ProxyTransport(Proxies proxies) {
        this(proxies, jvmTls());
    }

    ProxyTransport(Proxies proxies, SSLContext tls) {
        this.proxies = proxies;
        this.client = ProxyConnections.create(proxies, tls);
    }

    private static SSLContext jvmTls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no TLS", e);
        }
    }

    @Override
    public CompletableFuture<Response> send(Request request) {
        URI uri = request.uri();
        Optional<ProxyServer> proxy = proxies.select(uri.getScheme(), uri.getHost());
        ProxiedCall call = new ProxiedCall(request, proxy);
        ProxyLogin login = proxy.filter(server -> server.username() != null)
                .map(server -> logins.computeIfAbsent(server, first -> new ProxyLogin()))
                .orElse(null);
        executor.execute(() -> call.run(client, login));
        return call;
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        executor.shutdownNow();
    }
}
