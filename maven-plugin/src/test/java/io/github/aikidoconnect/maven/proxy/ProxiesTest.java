package io.github.aikidoconnect.maven.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

    @Test
    void takesTheFirstThatFits() {
        Proxies proxies = new Proxies(List.of(proxy("http", "one", null), proxy("http", "two", null)));

        assertThat(proxies.select("http", "dev.azure.com")).hasToString("Optional[one:8080]");
    }

    @Test
    void prefersAProxyOfTheCallsOwnProtocol() {
        Proxies proxies = new Proxies(List.of(proxy("http", "one", null), proxy("HTTPS", "two", null)));

        assertThat(proxies.select("https", "dev.azure.com")).hasToString("Optional[two:8080]");
        assertThat(proxies.select("http", "dev.azure.com")).hasToString("Optional[one:8080]");
    }

    @Test
    void carriesHttpsWithAProxyForHttpButNotTheOtherWayRound() {
        assertThat(new Proxies(List.of(proxy("http", "one", null))).select("https", "dev.azure.com"))
                .isPresent();
        assertThat(new Proxies(List.of(proxy("https", "one", null))).select("http", "dev.azure.com"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "localhost|*.example.com; azure.example.com; true",
                "localhost|*.example.com; AZURE.EXAMPLE.COM; true",
                "localhost, *.example.com; azure.example.com; true",
                "localhost|*.example.com; example.com; false",
                "localhost|*.example.com; azure.example.com.evil.org; false",
                "10.*; 10.1.2.3; true",
                "example.com; exampleXcom; false",
                "::1; [::1]; true",
                "[::1]; [::1]; true",
                "*; anything; true",
                "'| ,'; dev.azure.com; false",
            })
    void leavesNonProxyHostsAlone(String nonProxyHosts, String host, boolean direct) {
        Proxies proxies = new Proxies(List.of(proxy("http", "one", nonProxyHosts)));

        assertThat(proxies.select("https", host).isEmpty()).isEqualTo(direct);
    }

    @Test
    void needsNoTransportWithoutAProxy() {
        assertThat(new Proxies(List.of()).transport()).isNull();
    }

    @Test
    void showsWhereTheProxiesAreButNoPassword() {
        Proxies proxies = new Proxies(List.of(new ProxyServer("http", "one", 8080, "user", "secret", null)));

        assertThat(proxies).hasToString("one:8080");
    }

    private static ProxyServer proxy(String protocol, String host, @Nullable String nonProxyHosts) {
        return new ProxyServer(protocol, host, 8080, null, null, nonProxyHosts);
    }
}
