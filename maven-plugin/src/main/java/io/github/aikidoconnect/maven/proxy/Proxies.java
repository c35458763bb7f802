package io.github.aikidoconnect.maven.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The active proxies of settings.xml. */
public final class Proxies {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|::1", Pattern.CASE_INSENSITIVE);

    private final List<ProxyServer> servers;

    /** Takes the active proxies in the order of settings.xml. */
    public Proxies(List<ProxyServer> servers) {
        this.servers = List.copyOf(servers);
    }

    /** Returns whether there is no proxy, so that the default transport can be used. */
    public boolean isEmpty() {
        return servers.isEmpty();
    }

    /**
     * Returns the proxy for a target. Like in Maven's resolver, the first matching proxy is used, and a proxy for {@code
     * http} also carries {@code https} if there is none for {@code https}.
     */
    public Optional<ProxyServer> select(String protocol, String host) {
        String target = ProxyServer.withoutBrackets(host);
        String wanted = protocol.toLowerCase(Locale.ROOT);
        // Plain http is for test doubles on this machine only, and a proxy would read the credentials.
        if (wanted.equals("http") && LOOPBACK.matcher(target).matches()) {
            return Optional.empty();
        }
        return first(wanted, target).or(() -> wanted.equals("https") ? first("http", target) : Optional.empty());
    }

    private Optional<ProxyServer> first(String protocol, String host) {
        return servers.stream().filter(proxy -> proxy.isFor(protocol, host)).findFirst();
    }

    /** Returns a transport whose calls go through these proxies, to be closed; null if there is none. */
    public @Nullable ProxyTransport transport() {
        return isEmpty() ? null : new ProxyTransport(this);
    }

    List<ProxyServer> servers() {
        return servers;
    }

    /** Returns the hosts and ports of the proxies. */
    @Override
    public String toString() {
        return servers.stream().map(ProxyServer::toString).distinct().collect(Collectors.joining(", "));
    }
}
