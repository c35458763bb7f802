package io.github.aikidoconnect.maven.proxy;

import io.github.aikidoconnect.Transport.Request;
import io.github.aikidoconnect.Transport.Response;
import io.github.aikidoconnect.simulator.Certificate;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Servers, proxies, and transports through them, which are all closed after the test. */
final class ProxyNetwork implements AfterEachCallback {

    static final String USER = "jenkins";
    static final String PASSWORD = "pr\u00f6xy:secret";

    private final List<AutoCloseable> open = new ArrayList<>();

    ProxyTransport through(ForwardProxy proxy, @Nullable String username, @Nullable String password) {
        return transport(new ProxyServer("http", "127.0.0.1", proxy.port(), username, password, null));
    }

    ProxyTransport transport(ProxyServer proxy) {
        return opened(new ProxyTransport(new Proxies(List.of(proxy)), Tls.CONTEXT));
    }

    /** A server with https. */
    Target target() throws IOException {
        return opened(Target.https(Tls.CONTEXT));
    }

    ForwardProxy openProxy() {
        return opened(ForwardProxy.open());
    }

    ForwardProxy authenticatingProxy() {
        return opened(ForwardProxy.authenticating(USER, PASSWORD));
    }

    <T extends AutoCloseable> T opened(T resource) {
        open.add(0, resource);
        return resource;
    }

    static Request request(String method, URI uri, @Nullable String body) {
        return new Request(method, uri, Map.of(), body);
    }

    static Response get(ProxyTransport transport, URI uri) throws IOException, InterruptedException {
        try {
            return transport.send(request("GET", uri, null)).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    static String text(Response answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    /** The key of all servers, made once: it takes a Java of its own. */
    private static final class Tls {

        static final SSLContext CONTEXT = create();

        private static SSLContext create() {
            try {
                Path folder = Files.createTempDirectory("proxy-network");
                Certificate certificate = Certificate.create(folder);
                SSLContext context = Target.tls(certificate);
                Files.delete(certificate.keyStore());
                Files.delete(folder);
                return context;
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
