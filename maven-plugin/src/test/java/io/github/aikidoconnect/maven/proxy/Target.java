package io.github.aikidoconnect.maven.proxy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.aikidoconnect.simulator.Certificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The server behind the proxy. It answers by path, and remembers the headers and bodies that it was sent. */
final class Target implements AutoCloseable {

    private final List<Map<String, List<String>>> requestHeaders = new CopyOnWriteArrayList<>();
    private final List<String> requestBodies = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String scheme;

    private Target(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static Target http() throws IOException {
        return new Target(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), "http");
    }

    static Target https(SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new Target(server, "https");
    }

    /** A context that knows the certificate, for both sides. */
    static SSLContext tls(Certificate certificate) throws IOException, GeneralSecurityException {
        char[] password = certificate.password().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in =
                Files.newInputStream(Path.of(certificate.keyStore().toString()))) {
            store.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    URI uri(String path) {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    List<Map<String, List<String>>> requestHeaders() {
        return requestHeaders;
    }

    List<String> requestBodies() {
        return requestBodies;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requestHeaders.add(Map.copyOf(exchange.getRequestHeaders()));
            requestBodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Headers headers = exchange.getResponseHeaders();
            switch (exchange.getRequestURI().getPath()) {
                case "/hang" -> await();
                case "/trickle" -> trickle(exchange);
                case "/large" -> send(exchange, 200, "x".repeat(3 << 20));
                case "/none" -> exchange.sendResponseHeaders(204, -1);
                case "/redirect" -> {
                    String[] statusAndPlace =
                            exchange.getRequestURI().getQuery().split(",", 2);
                    headers.add("Location", statusAndPlace[1]);
                    send(exchange, Integer.parseInt(statusAndPlace[0]), "");
                }
                case "/cookie" -> {
                    headers.add("Set-Cookie", "session=1");
                    send(exchange, 200, "");
                }
                case "/unauthorized" -> {
                    headers.add("WWW-Authenticate", "Basic realm=\"target\"");
                    send(exchange, 401, "no");
                }
                case "/unavailable" -> send(exchange, 503, "later");
                case "/reset" -> throw new IOException("closed without an answer");
                default -> {
                    headers.add("X-Twice", "a");
                    headers.add("X-Twice", "b");
                    send(exchange, 200, exchange.getRequestMethod() + " ok \u00fc");
                }
            }
        }
    }

    private void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write('a');
        out.flush();
        await();
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
