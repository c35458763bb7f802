package io.github.aikidoconnect.maven.proxy;

import static io.github.aikidoconnect.maven.proxy.ProxyNetwork.freePort;
import static io.github.aikidoconnect.maven.proxy.ProxyNetwork.get;
import static io.github.aikidoconnect.maven.proxy.ProxyNetwork.request;
import static io.github.aikidoconnect.maven.proxy.ProxyNetwork.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aikidoconnect.Transport.Request;
import io.github.aikidoconnect.Transport.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls through a real forward proxy to a real server. */
class ProxyTransportTest {

    @RegisterExtension
    final ProxyNetwork network = new ProxyNetwork();

    private static ProxyServer direct(ForwardProxy proxy) {
        return new ProxyServer("https", "127.0.0.1", proxy.port(), null, null, "*.example.com|127.0.0.*");
    }

    @Test
    void goesThroughAnOpenProxy() throws Exception {
        Target target = network.target();
        ForwardProxy proxy = network.openProxy();

        Response answer = get(network.through(proxy, null, null), target.uri("/hello"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo("GET ok \u00fc");
        assertThat(answer.header("X-TWICE")).contains("a");
        assertThat(proxy.carried())
                .singleElement()
                .satisfies(call -> assertThat(call).startsWith("CONNECT 127.0.0.1:"));
    }

    @Test
    void doesNotTakeTheProxysRefusalToTunnelForAnAnswerOfTheTarget() throws Exception {
        ForwardProxy proxy = network.openProxy();
        URI nobody = URI.create("https://127.0.0.1:" + freePort() + "/hello");

        assertThatThrownBy(() -> get(network.through(proxy, null, null), nobody))
                .hasMessageContaining("refused to connect to 127.0.0.1 (status 502)");
    }

    @Test
    void namesAProxyThatCannotBeReached() throws Exception {
        ProxyServer nobody = new ProxyServer("http", "127.0.0.1", freePort(), null, null, null);

        assertThatThrownBy(() -> get(network.transport(nobody), URI.create("https://dev.azure.com/")))
                .hasMessage("the proxy " + nobody + " of settings.xml could not be reached");
    }

    @Test
    void namesAProxyWhoseHostIsUnknown() {
        ProxyServer unknown = new ProxyServer("http", "proxy.invalid", 8080, null, null, null);

        assertThatThrownBy(() -> get(network.transport(unknown), URI.create("https://dev.azure.com/")))
                .hasMessage("the proxy proxy.invalid:8080 of settings.xml was not found in DNS");
    }

    @Test
    void sendsPlainHttpToThisMachineWithoutTheProxy() throws Exception {
        Target target = network.opened(Target.http());
        ForwardProxy proxy = network.openProxy();

        assertThat(get(network.through(proxy, null, null), target.uri("/hello")).status())
                .isEqualTo(200);

        assertThat(proxy.carried()).isEmpty();
    }

    @Test
    void sendsMethodHeadersAndBodyAsGiven() throws Exception {
        Target target = network.target();
        Request request = new Request(
                "POST",
                target.uri("/hello"),
                Map.of(
                        "Authorization", "Basic target",
                        "Content-Type", "application/x-www-form-urlencoded",
                        "User-Agent", "aikido-connect"),
                "grant_type=client_credentials");

        Response answer =
                network.through(network.openProxy(), null, null).send(request).get();

        assertThat(text(answer)).isEqualTo("POST ok \u00fc");
        assertThat(target.requestBodies()).containsExactly("grant_type=client_credentials");
        assertThat(target.requestHeaders())
                .singleElement()
                .satisfies(headers -> assertThat(headers)
                        .containsEntry("Authorization", List.of("Basic target"))
                        .containsEntry("Content-type", List.of("application/x-www-form-urlencoded"))
                        .containsEntry("User-agent", List.of("aikido-connect"))
                        .doesNotContainKeys("Accept-encoding", "Cookie"));
    }

    @Test
    void sendsAnEmptyPost() throws Exception {
        Target target = network.target();

        Response answer = network.through(network.openProxy(), null, null)
                .send(request("POST", target.uri("/hello"), ""))
                .get();

        assertThat(text(answer)).isEqualTo("POST ok \u00fc");
        assertThat(target.requestHeaders())
                .singleElement()
                .satisfies(headers -> assertThat(headers).containsEntry("Content-length", List.of("0")));
    }

    @Test
    void followsNoRedirectAndKeepsNoCookie() throws Exception {
        Target target = network.target();
        ProxyTransport transport = network.through(network.openProxy(), null, null);

        assertThat(get(transport, target.uri("/redirect?302,/elsewhere")).status())
                .isEqualTo(302);
        get(transport, target.uri("/cookie"));
        get(transport, target.uri("/cookie"));

        assertThat(target.requestHeaders())
                .hasSize(3)
                .allSatisfy(headers -> assertThat(headers).doesNotContainKey("Cookie"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void sendsNothingToTheServerThatARedirectNames(int status) throws Exception {
        Target target = network.target();
        Target other = network.target();
        ForwardProxy proxy = network.openProxy();
        URI redirect = target.uri("/redirect?" + status + "," + other.uri("/hello"));
        for (ProxyTransport transport : List.of(network.through(proxy, null, null), network.transport(direct(proxy)))) {
            Response read = get(transport, redirect);
            Response write = transport.send(request("POST", redirect, "{}")).get();

            assertThat(List.of(read.status(), write.status())).containsOnly(status);
        }
        assertThat(target.requestHeaders()).hasSize(4);
        assertThat(other.requestHeaders()).isEmpty();
    }

    @Test
    void repeatsNothing() throws Exception {
        Target target = network.target();
        ProxyTransport transport = network.through(network.openProxy(), null, null);

        assertThat(get(transport, target.uri("/unavailable")).status()).isEqualTo(503);
        assertThatThrownBy(() -> get(transport, target.uri("/reset"))).isInstanceOf(IOException.class);

        assertThat(target.requestHeaders()).hasSize(2);
    }

    @Test
    void readsAnAnswerWithoutABody() throws Exception {
        Response answer = get(
                network.through(network.openProxy(), null, null),
                network.target().uri("/none"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void readsALargeBody() throws Exception {
        Response answer = get(
                network.through(network.openProxy(), null, null),
                network.target().uri("/large"));

        assertThat(answer.body()).hasSize(3 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hang", "/trickle"})
    void abortsACallWhenItIsCancelled(String path) throws Exception {
        Target target = network.target();
        CompletableFuture<Response> answer =
                network.through(network.openProxy(), null, null).send(request("GET", target.uri(path), null));
        while (target.requestHeaders().isEmpty()) {
            Thread.onSpinWait();
        }

        answer.cancel(true);

        assertThatThrownBy(answer::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void callsAHostThatNeedsNoProxyDirectly() throws Exception {
        ForwardProxy proxy = network.openProxy();

        assertThat(get(network.transport(direct(proxy)), network.target().uri("/hello"))
                        .status())
                .isEqualTo(200);

        assertThat(proxy.carried()).isEmpty();
    }

    @Test
    void checksCertificatesAgainstTheTrustStoreOfTheJvm() throws Exception {
        ForwardProxy proxy = network.openProxy();
        ProxyTransport transport = network.opened(new ProxyTransport(
                new Proxies(List.of(new ProxyServer("https", "127.0.0.1", proxy.port(), null, null, null)))));

        assertThatThrownBy(() -> get(transport, network.target().uri("/hello"))).isInstanceOf(SSLException.class);
    }
}
