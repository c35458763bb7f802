package io.github.aikidoconnect.maven.proxy;

import static io.github.aikidoconnect.maven.proxy.ProxyNetwork.PASSWORD;
import static io.github.aikidoconnect.maven.proxy.ProxyNetwork.USER;
import static io.github.aikidoconnect.maven.proxy.ProxyNetwork.freePort;
import static io.github.aikidoconnect.maven.proxy.ProxyNetwork.get;
import static io.github.aikidoconnect.maven.proxy.ProxyNetwork.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aikidoconnect.Transport.Response;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a proxy is sent its password, and what is said where it refuses it. */
class ProxyPasswordTest {

    @RegisterExtension
    final ProxyNetwork network = new ProxyNetwork();

    @Test
    void authenticatesToAProxyThatAsksForIt() throws Exception {
        ForwardProxy proxy = network.authenticatingProxy();

        Response answer =
                get(network.through(proxy, USER, PASSWORD), network.target().uri("/hello"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(proxy.carried()).isNotEmpty();
    }

    @Test
    void keepsTheProxysPasswordFromTheTarget() throws Exception {
        Target target = network.target();
        ForwardProxy proxy = network.authenticatingProxy();
        ProxyTransport transport = network.through(proxy, USER, PASSWORD);

        get(transport, target.uri("/hello"));
        Response refused = get(transport, target.uri("/unauthorized"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(target.requestHeaders())
                .hasSize(2)
                .allSatisfy(headers -> assertThat(headers).doesNotContainKeys("Authorization", "Proxy-authorization"));
    }

    @Test
    void saysThatTheProxyRefusedThePassword() throws Exception {
        Target target = network.target();
        ForwardProxy proxy = network.authenticatingProxy();

        assertThatThrownBy(() -> get(network.through(proxy, USER, "wrong"), target.uri("/hello")))
                .hasMessage(
                        "the proxy 127.0.0.1:" + proxy.port() + " of settings.xml rejected the username and password");
        assertThat(target.requestHeaders()).isEmpty();
    }

    @Test
    void saysThatTheProxyRequiresAPasswordWhereSettingsHaveNone() throws Exception {
        ForwardProxy proxy = network.authenticatingProxy();

        assertThatThrownBy(() ->
                        get(network.through(proxy, null, null), network.target().uri("/hello")))
                .hasMessage("the proxy 127.0.0.1:" + proxy.port()
                        + " of settings.xml requires a username and password, but none are set");
        assertThat(proxy.wrongPasswords()).isZero();
    }

    @Test
    void sendsAWrongPasswordOnceHoweverManyCallsRunInParallel() throws Exception {
        Target target = network.target();
        ForwardProxy proxy = network.authenticatingProxy();
        ProxyTransport transport = network.through(proxy, USER, "wrong");

        List<CompletableFuture<Response>> calls = IntStream.range(0, 12)
                .mapToObj(call -> transport.send(request("GET", target.uri("/hello"), null)))
                .toList();

        for (CompletableFuture<Response> call : calls) {
            assertThatThrownBy(call::get).hasMessageContaining("rejected the username and password");
        }
        assertThat(proxy.wrongPasswords()).isEqualTo(1);
    }

    @Test
    void sendsCallsInParallelOnceThePasswordWasAccepted() throws Exception {
        Target target = network.target();
        ProxyTransport transport = network.through(network.authenticatingProxy(), USER, PASSWORD);
        get(transport, target.uri("/hello"));

        CompletableFuture<Response> waiting = transport.send(request("GET", target.uri("/hang"), null));
        Response answer = get(transport, target.uri("/hello"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(waiting).isNotDone();
        waiting.cancel(true);
    }

    @Test
    void triesThePasswordAgainWhereTheFirstCallFailedForAnotherReason() throws Exception {
        Target target = network.target();
        ProxyTransport transport = network.through(network.authenticatingProxy(), USER, PASSWORD);

        assertThatThrownBy(() -> get(transport, URI.create("https://127.0.0.1:" + freePort() + "/")))
                .hasMessageContaining("refused to connect to 127.0.0.1");

        assertThat(get(transport, target.uri("/hello")).status()).isEqualTo(200);
    }
}
