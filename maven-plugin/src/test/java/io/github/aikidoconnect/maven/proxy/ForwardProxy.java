package io.github.aikidoconnect.maven.proxy;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.littleshoot.proxy.HttpFilters;
import org.littleshoot.proxy.HttpFiltersAdapter;
import org.littleshoot.proxy.HttpFiltersSourceAdapter;
import org.littleshoot.proxy.HttpProxyServer;
import org.littleshoot.proxy.HttpProxyServerBootstrap;
import org.littleshoot.proxy.ProxyAuthenticator;
import org.littleshoot.proxy.impl.DefaultHttpProxyServer;

/** A real forward proxy on a free port that remembers what it carried, and wants a password if it is told one. */
public final class ForwardProxy implements AutoCloseable {

    /** Netty logs a stack trace for each connection that is still open when the proxy stops, which every test expects. */
    private static final Logger REJECTED =
            Logger.getLogger("io.netty.util.concurrent.DefaultPromise.rejectedExecution");

    static {
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        REJECTED.setLevel(Level.OFF);
    }

    private final List<String> carried = new CopyOnWriteArrayList<>();
    private final AtomicInteger wrongPasswords = new AtomicInteger();
    private final HttpProxyServer server;

    private ForwardProxy(@Nullable String username, @Nullable String password) {
        HttpProxyServerBootstrap bootstrap = DefaultHttpProxyServer.bootstrap()
                .withAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withFiltersSource(new HttpFiltersSourceAdapter() {
                    @Override
                    public HttpFilters filterRequest(HttpRequest request) {
                        carried.add(request.method() + " " + request.uri());
                        return new HttpFiltersAdapter(request);
                    }
                });
        if (username != null) {
            bootstrap.withProxyAuthenticator(new ProxyAuthenticator() {
                @Override
                public boolean authenticate(String givenName, String givenPassword) {
                    boolean right = username.equals(givenName)
                            && String.valueOf(password).equals(givenPassword);
                    if (!right) {
                        wrongPasswords.incrementAndGet();
                    }
                    return right;
                }

                @Override
                public String getRealm() {
                    return "company";
                }
            });
        }
        server = bootstrap.start();
    }

    public static ForwardProxy open() {
        return new ForwardProxy(null, null);
    }

    public static ForwardProxy authenticating(String username, String password) {
        return new ForwardProxy(username, password);
    }

    public int port() {
        return server.getListenAddress().getPort();
    }

    /** The requests that it let through, {@code CONNECT host:port} for a tunnel. */
    public List<String> carried() {
        return List.copyOf(carried);
    }

    /** How often somebody tried a wrong password. */
    public int wrongPasswords() {
        return wrongPasswords.get();
    }

    @Override
    public void close() {
        server.abort();
    }
}
