package io.github.aikidoconnect.maven.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aikidoconnect.Transport.Request;
import io.github.aikidoconnect.Transport.Response;
import io.github.aikidoconnect.simulator.Certificate;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls through a real forward proxy to a real server. */
class ProxyTransportTest {

    private static final String USER = "jenkins";
    private static final String PASSWORD = "pr\u00f6xy:secret";

    @TempDir
    static Path directory;

    private static Certificate certificate;
    private static SSLContext tls;

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = Certificate.create(directory);
        tls = Target.tls(certificate);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void goesThroughAnOpenProxy() throws Exception {
        Target target = target();
        ForwardProxy proxy = opened(ForwardProxy.open());

        Response answer = get(through(proxy, null, null), target.uri("/hello"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo("GET ok \u00fc");
        assertThat(answer.header("X-TWICE")).contains("a");
        assertThat(proxy.carried())
                .singleElement()
                .satisfies(call -> assertThat(call).startsWith("CONNECT 127.0.0.1:"));
    }

    @Test
    void authenticatesToAProxyThatAsksForIt() throws Exception {
        ForwardProxy proxy = opened(ForwardProxy.authenticating(USER, PASSWORD));

        Response answer = get(through(proxy, USER, PASSWORD), target().uri("/hello"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(proxy.carried()).isNotEmpty();
    }

    @Test
    void keepsTheProxysPasswordFromTheTarget() throws Exception {
        Target target = target();
        ForwardProxy proxy = opened(ForwardProxy.authenticating(USER, PASSWORD));
        ProxyTransport transport = through(proxy, USER, PASSWORD);

        get(transport, target.uri("/hello"));
        Response refused = get(transport, target.uri("/unauthorized"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(target.requestHeaders())
                .hasSize(2)
                .allSatisfy(headers -> assertThat(headers).doesNotContainKeys("Authorization", "Proxy-authorization"));
    }

    @Test
    void saysThatTheProxyRefusedThePassword() throws Exception {
        Target target = target();
        ForwardProxy proxy = opened(ForwardProxy.authenticating(USER, PASSWORD));

        assertThatThrownBy(() -> get(through(proxy, USER, "wrong"), target.uri("/hello")))
                .hasMessage(
                        "the proxy 127.0.0.1:" + proxy.port() + " of settings.xml rejected the username and password");
        assertThat(target.requestHeaders()).isEmpty();
    }

    @Test
    void saysThatTheProxyRequiresAPasswordWhereSettingsHaveNone() throws Exception {
        ForwardProxy proxy = opened(ForwardProxy.authenticating(USER, PASSWORD));

        assertThatThrownBy(() -> get(through(proxy, null, null), target().uri("/hello")))
                .hasMessage("the proxy 127.0.0.1:" + proxy.port()
                        + " of settings.xml requires a username and password, but none are set");
        assertThat(proxy.wrongPasswords()).isZero();
    }

    @Test
    void sendsAWrongPasswordOnceHoweverManyCallsRunInParallel() throws Exception {
        Target target = target();
        ForwardProxy proxy = opened(ForwardProxy.authenticating(USER, PASSWORD));
        ProxyTransport transport = through(proxy, USER, "wrong");

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
        Target target = target();
        ProxyTransport transport = through(opened(ForwardProxy.authenticating(USER, PASSWORD)), USER, PASSWORD);
        get(transport, target.uri("/hello"));

        CompletableFuture<Response> waiting = transport.send(request("GET", target.uri("/hang"), null));
        Response answer = get(transport, target.uri("/hello"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(waiting).isNotDone();
        waiting.cancel(true);
    }

    @Test
    void triesThePasswordAgainWhereTheFirstCallFailedForAnotherReason() throws Exception {
        Target target = target();
        ProxyTransport transport = through(opened(ForwardProxy.authenticating(USER, PASSWORD)), USER, PASSWORD);

        assertThatThrownBy(() -> get(transport, URI.create("https://127.0.0.1:" + freePort() + "/")))
                .hasMessageContaining("refused to connect to 127.0.0.1");

        assertThat(get(transport, target.uri("/hello")).status()).isEqualTo(200);
    }

    @Test
    void doesNotTakeTheProxysRefusalToTunnelForAnAnswerOfTheTarget() throws Exception {
        ForwardProxy proxy = opened(ForwardProxy.open());
        URI nobody = URI.create("https://127.0.0.1:" + freePort() + "/hello");

        assertThatThrownBy(() -> get(through(proxy, null, null), nobody))
                .hasMessageContaining("refused to connect to 127.0.0.1 (status 502)");
    }

    @Test
    void namesAProxyThatCannotBeReached() throws Exception {
        ProxyServer nobody = new ProxyServer("http", "127.0.0.1", freePort(), null, null, null);

        assertThatThrownBy(() -> get(transport(nobody), URI.create("https://dev.azure.com/")))
                .hasMessage("the proxy " + nobody + " of settings.xml could not be reached");
    }

    @Test
    void namesAProxyWhoseHostIsUnknown() {
        ProxyServer unknown = new ProxyServer("http", "proxy.invalid", 8080, null, null, null);

        assertThatThrownBy(() -> get(transport(unknown), URI.create("https://dev.azure.com/")))
                .hasMessage("the proxy proxy.invalid:8080 of settings.xml was not found in DNS");
    }

    @Test
    void sendsPlainHttpToThisMachineWithoutTheProxy() throws Exception {
        Target target = opened(Target.http());
        ForwardProxy proxy = opened(ForwardProxy.open());

        assertThat(get(through(proxy, null, null), target.uri("/hello")).status())
                .isEqualTo(200);

        assertThat(proxy.carried()).isEmpty();
    }

    @Test
    void sendsMethodHeadersAndBodyAsGiven() throws Exception {
        Target target = target();
        Request request = new Request(
                "POST",
                target.uri("/hello"),
                Map.of(
                        "Authorization", "Basic target",
                        "Content-Type", "application/x-www-form-urlencoded",
                        "User-Agent", "aikido-connect"),
                "grant_type=client_credentials");

        Response answer =
                through(opened(ForwardProxy.open()), null, null).send(request).get();

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
        Target target = target();

        Response answer = through(opened(ForwardProxy.open()), null, null)
                .send(request("POST", target.uri("/hello"), ""))
                .get();

        assertThat(text(answer)).isEqualTo("POST ok \u00fc");
        assertThat(target.requestHeaders())
                .singleElement()
                .satisfies(headers -> assertThat(headers).containsEntry("Content-length", List.of("0")));
    }

    @Test
    void followsNoRedirectAndKeepsNoCookie() throws Exception {
        Target target = target();
        ProxyTransport transport = through(opened(ForwardProxy.open()), null, null);

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
        Target target = target();
        Target other = target();
        ForwardProxy proxy = opened(ForwardProxy.open());
        URI redirect = target.uri("/redirect?" + status + "," + other.uri("/hello"));
        for (ProxyTransport transport : List.of(through(proxy, null, null), transport(direct(proxy)))) {
            Response read = get(transport, redirect);
            Response write = transport.send(request("POST", redirect, "{}")).get();

            assertThat(List.of(read.status(), write.status())).containsOnly(status);
        }
        assertThat(target.requestHeaders()).hasSize(4);
        assertThat(other.requestHeaders()).isEmpty();
    }

    private static ProxyServer direct(ForwardProxy proxy) {
        return new ProxyServer("https", "127.0.0.1", proxy.port(), null, null, "*.example.com|127.0.0.*");
    }

    @Test
    void repeatsNothing() throws Exception {
        Target target = target();
        ProxyTransport transport = through(opened(ForwardProxy.open()), null, null);

        assertThat(get(transport, target.uri("/unavailable")).status()).isEqualTo(503);
        assertThatThrownBy(() -> get(transport, target.uri("/reset"))).isInstanceOf(IOException.class);

        assertThat(target.requestHeaders()).hasSize(2);
    }

    @Test
    void readsAnAnswerWithoutABody() throws Exception {
        Response answer = get(through(opened(ForwardProxy.open()), null, null), target().uri("/none"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void readsALargeBody() throws Exception {
        Response answer = get(through(opened(ForwardProxy.open()), null, null), target().uri("/large"));

        assertThat(answer.body()).hasSize(3 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hang", "/trickle"})
    void abortsACallWhenItIsCancelled(String path) throws Exception {
        Target target = target();
        CompletableFuture<Response> answer =
                through(opened(ForwardProxy.open()), null, null).send(request("GET", target.uri(path), null));
        while (target.requestHeaders().isEmpty()) {
            Thread.onSpinWait();
        }

        answer.cancel(true);

        assertThatThrownBy(answer::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void callsAHostThatNeedsNoProxyDirectly() throws Exception {
        ForwardProxy proxy = opened(ForwardProxy.open());

        assertThat(get(transport(direct(proxy)), target().uri("/hello")).status())
                .isEqualTo(200);

        assertThat(proxy.carried()).isEmpty();
    }

    @Test
    void checksCertificatesAgainstTheTrustStoreOfTheJvm() throws Exception {
        ForwardProxy proxy = opened(ForwardProxy.open());
        ProxyTransport transport = opened(new ProxyTransport(
                new Proxies(List.of(new ProxyServer("https", "127.0.0.1", proxy.port(), null, null, null)))));

        assertThatThrownBy(() -> get(transport, target().uri("/hello"))).isInstanceOf(SSLException.class);
    }

    private ProxyTransport through(ForwardProxy proxy, @Nullable String username, @Nullable String password) {
        return transport(new ProxyServer("http", "127.0.0.1", proxy.port(), username, password, null));
    }

    private ProxyTransport transport(ProxyServer proxy) {
        return opened(new ProxyTransport(new Proxies(List.of(proxy)), tls));
    }

    private Target target() throws Exception {
        return opened(Target.https(certificate));
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.add(0, resource);
        return resource;
    }

    private static Request request(String method, URI uri, @Nullable String body) {
        return new Request(method, uri, Map.of(), body);
    }

    private static Response get(ProxyTransport transport, URI uri) throws IOException, InterruptedException {
        try {
            return transport.send(request("GET", uri, null)).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    private static String text(Response answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
