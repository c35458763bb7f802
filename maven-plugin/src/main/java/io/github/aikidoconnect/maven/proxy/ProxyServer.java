package io.github.aikidoconnect.maven.proxy;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A proxy of settings.xml. It is not a record, so that {@code toString} does not contain the password. */
public final class ProxyServer {

    private final String protocol;
    private final String host;
    private final int port;
    private final @Nullable String username;
    private final @Nullable String password;
    private final Pattern nonProxyHosts;

    /**
     * @param protocol the protocol of the calls that it carries, {@code http} or {@code https}
     * @param host its name or address
     * @param port its port
     * @param username the user for its authentication, null if it requires none
     * @param password the user's password
     * @param nonProxyHosts the hosts that it does not carry calls to, separated by {@code |} or a comma, with {@code *}
     *     for any text
     */
    public ProxyServer(
            String protocol,
            String host,
            int port,
            @Nullable String username,
            @Nullable String password,
            @Nullable String nonProxyHosts) {
        this.protocol = protocol.toLowerCase(Locale.ROOT);
        this.host = host;
        this.port = port;
        this.username = username == null || username.isEmpty() ? null : username;
        this.password = password;
        this.nonProxyHosts = pattern(nonProxyHosts == null ? "" : nonProxyHosts);
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    @Nullable
    String username() {
        return username;
    }

    String password() {
        return password == null ? "" : password;
    }

    boolean isFor(String targetProtocol, String targetHost) {
        return protocol.equals(targetProtocol)
                && !nonProxyHosts.matcher(targetHost).matches();
    }

    private static Pattern pattern(String hosts) {
        String alternatives = Stream.of(hosts.split("[|,]", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(ProxyServer::withoutBrackets)
                .map(text ->
                        Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")))
                .collect(Collectors.joining("|"));
        // An empty alternative would match an empty host only, which no URL has.
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
    }

    /** An IPv6 address has brackets in a URL, but usually not in settings.xml. */
    static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
