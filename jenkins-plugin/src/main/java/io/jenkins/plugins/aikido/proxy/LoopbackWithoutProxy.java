package io.jenkins.plugins.aikido.proxy;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** Sends plain http, which is allowed only to this machine, without the proxy, which could read the credentials. */
final class LoopbackWithoutProxy extends ProxySelector {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]", Pattern.CASE_INSENSITIVE);

    private final ProxySelector others;

    LoopbackWithoutProxy(ProxySelector others) {
        this.others = others;
    }

    @Override
    public List<Proxy> select(URI uri) {
        boolean direct = "http".equalsIgnoreCase(uri.getScheme())
                && LOOPBACK.matcher(String.valueOf(uri.getHost())).matches();
        return direct ? List.of(Proxy.NO_PROXY) : others.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        others.connectFailed(uri, address, failure);
    }
}
