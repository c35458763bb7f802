package io.jenkins.plugins.aikido;

import io.netty.handler.codec.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.littleshoot.proxy.HttpFilters;
import org.littleshoot.proxy.HttpFiltersAdapter;
import org.littleshoot.proxy.HttpFiltersSourceAdapter;
import org.littleshoot.proxy.HttpProxyServer;
import org.littleshoot.proxy.HttpProxyServerBootstrap;
import org.littleshoot.proxy.ProxyAuthenticator;
import org.littleshoot.proxy.impl.DefaultHttpProxyServer;

/** A real proxy on a free port that remembers what it let through. */
final class ForwardProxy extends HttpFiltersSourceAdapter implements ProxyAuthenticator, AutoCloseable {

    private final List<String> carried = new CopyOnWriteArrayList<>();
    private final AtomicInteger logins = new AtomicInteger();
    private final String username;
    private final String password;
    private final HttpProxyServer server;

    private ForwardProxy(String username, String password) {
        this.username = username;
        this.password = password;
        HttpProxyServerBootstrap bootstrap = DefaultHttpProxyServer.bootstrap()
                .withAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withFiltersSource(this);
        this.server = (username == null ? bootstrap : bootstrap.withProxyAuthenticator(this)).start();
    }

    /** Starts one that wants this user and password, or none of both. */
    static ForwardProxy start(String username, String password) {
        return new ForwardProxy(username, password);
    }

    int port() {
        return server.getListenAddress().getPort();
    }

    List<String> carried() {
        return carried;
    }

    /** Returns how often a username and password came, right or wrong. */
    int logins() {
        return logins.get();
    }

    @Override
    public HttpFilters filterRequest(HttpRequest request) {
        carried.add(request.method() + " " + request.uri());
        return new HttpFiltersAdapter(request);
    }

    @Override
    public boolean authenticate(String givenName, String givenPassword) {
        logins.incrementAndGet();
        return username.equals(givenName) && password.equals(givenPassword);
    }

    @Override
    public String getRealm() {
        return "company";
    }

    @Override
    public void close() {
        server.abort();
    }
}
