package io.github.aikidoconnect.maven.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aikidoconnect.simulator.Certificate;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyHttpClientTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void goesThroughAnOpenProxy(String scheme) throws Exception {
        Target target = target(scheme);
        ForwardProxy proxy = opened(ForwardProxy.open());

        HttpResponse<String> answer = get(through(proxy, null, null), target.uri("/hello"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("GET ok \u00fc");
        assertThat(answer.uri()).isEqualTo(target.uri("/hello"));
        assertThat(answer.headers().allValues("x-twice")).containsExactly("a", "b");
        assertThat(proxy.carried())
                .singleElement()
                .satisfies(call -> assertThat(call).startsWith(scheme.equals("https") ? "CONNECT 127.0.0.1:" : "GET "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void authenticatesToAProxyThatAsksForIt(String scheme) throws Exception {
        Target target = target(scheme);
        ForwardProxy proxy = opened(ForwardProxy.authenticating(USER, PASSWORD));

        HttpResponse<String> answer = get(through(proxy, USER, PASSWORD), target.uri("/hello"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(proxy.carried()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void keepsTheProxysPasswordFromTheTarget(String scheme) throws Exception {
        Target target = target(scheme);
        ForwardProxy proxy = opened(ForwardProxy.authenticating(USER, PASSWORD));
        HttpClient client = through(proxy, USER, PASSWORD);

        get(client, target.uri("/hello"));
        HttpResponse<String> refused = get(client, target.uri("/unauthorized"));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(target.requestHeaders())
                .hasSize(2)
                .allSatisfy(headers -> assertThat(headers).doesNotContainKeys("Authorization", "Proxy-authorization"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void saysThatTheProxyRefusesThePassword(String scheme) throws Exception {
        Target target = target(scheme);
        ForwardProxy proxy = opened(ForwardProxy.authenticating(USER, PASSWORD));

        assertThatThrownBy(() -> get(through(proxy, USER, "wrong"), target.uri("/hello")))
                .isInstanceOf(IOException.class)
                .hasMessage("the proxy 127.0.0.1:" + proxy.port()
                        + " of settings.xml does not accept the username and password that it has there");
        assertThat(target.requestHeaders()).isEmpty();
    }

    @Test
    void triesAWrongPasswordOnce() throws Exception {
        Target target = target("http");
        ForwardProxy proxy = opened(ForwardProxy.authenticating(USER, PASSWORD));
        HttpClient client = through(proxy, USER, "wrong");

        assertThatThrownBy(() -> get(client, target.uri("/hello"))).hasMessageContaining("does not accept");
        assertThatThrownBy(() -> get(client, target.uri("/hello"))).hasMessageContaining("does not accept");

        assertThat(proxy.wrongPasswords()).isEqualTo(1);
    }

    @Test
    void doesNotTakeTheProxysRefusalToTunnelForAnAnswerOfTheTarget() throws Exception {
        ForwardProxy proxy = opened(ForwardProxy.open());
        URI nobody = URI.create("https://127.0.0.1:" + freePort() + "/hello");

        assertThatThrownBy(() -> get(through(proxy, null, null), nobody))
                .isInstanceOf(ProxyException.class)
                .hasMessageContaining("refuses to connect to 127.0.0.1 (status 502)");
    }

    @Test
    void saysThatTheProxyCannotBeReached() throws Exception {
        ProxyServer nobody = new ProxyServer("http", "127.0.0.1", freePort(), null, null, null);

        assertThatThrownBy(() -> get(client(nobody), URI.create("https://dev.azure.com/")))
                .hasMessage("the proxy " + nobody + " of settings.xml cannot be reached");
    }

    @Test
    void sendsMethodHeadersAndBodyAsGiven() throws Exception {
        Target target = target("https");
        ForwardProxy proxy = opened(ForwardProxy.open());
        HttpRequest request = HttpRequest.newBuilder(target.uri("/hello"))
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .header("Authorization", "Basic target")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "aikido-connect")
                .build();

        HttpResponse<String> answer = through(proxy, null, null).send(request, BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("POST ok \u00fc");
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
        Target target = target("http");
        HttpRequest request = HttpRequest.newBuilder(target.uri("/hello"))
                .POST(BodyPublishers.noBody())
                .build();

        HttpResponse<String> answer =
                through(opened(ForwardProxy.open()), null, null).send(request, BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("POST ok \u00fc");
        assertThat(target.requestHeaders())
                .singleElement()
                .satisfies(headers -> assertThat(headers).containsEntry("Content-length", List.of("0")));
    }

    @Test
    void followsNoRedirectAndKeepsNoCookie() throws Exception {
        Target target = target("http");
        HttpClient client = through(opened(ForwardProxy.open()), null, null);

        assertThat(get(client, target.uri("/redirect?302,/elsewhere")).statusCode())
                .isEqualTo(302);
        get(client, target.uri("/cookie"));
        get(client, target.uri("/cookie"));

        assertThat(target.requestHeaders())
                .hasSize(3)
                .allSatisfy(headers -> assertThat(headers).doesNotContainKey("Cookie"));
        assertThat(client.followRedirects()).isEqualTo(HttpClient.Redirect.NEVER);
        assertThat(client.cookieHandler()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void sendsNothingToTheServerThatARedirectNames(int status) throws Exception {
        for (String scheme : List.of("http", "https")) {
            Target target = target(scheme);
            Target other = target(scheme);
            ForwardProxy proxy = opened(ForwardProxy.open());
            URI redirect = target.uri("/redirect?" + status + "," + other.uri("/hello"));
            HttpRequest.Builder request = HttpRequest.newBuilder(redirect).header("Authorization", "Basic target");
            for (HttpClient client : List.of(through(proxy, null, null), client(direct(proxy)))) {
                HttpResponse<String> read = client.send(request.GET().build(), BodyHandlers.ofString());
                HttpResponse<String> write =
                        client.send(request.POST(BodyPublishers.ofString("{}")).build(), BodyHandlers.ofString());

                assertThat(List.of(read.statusCode(), write.statusCode())).containsOnly(status);
            }
            assertThat(target.requestHeaders()).hasSize(4);
            assertThat(other.requestHeaders()).isEmpty();
        }
    }

    private static ProxyServer direct(ForwardProxy proxy) {
        return new ProxyServer("https", "127.0.0.1", proxy.port(), null, null, "*.example.com|127.0.0.*");
    }

    @Test
    void repeatsNothing() throws Exception {
        Target target = target("https");
        HttpClient client = through(opened(ForwardProxy.open()), null, null);

        assertThat(get(client, target.uri("/unavailable")).statusCode()).isEqualTo(503);
        assertThatThrownBy(() -> get(client, target.uri("/reset"))).isInstanceOf(IOException.class);

        assertThat(target.requestHeaders()).hasSize(2);
    }

    @Test
    void readsAnAnswerWithoutABody() throws Exception {
        Target target = target("http");

        HttpResponse<String> answer = get(through(opened(ForwardProxy.open()), null, null), target.uri("/none"));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void handsALargeBodyOverAsFastAsItIsRead() throws Exception {
        Target target = target("https");
        HttpRequest request = HttpRequest.newBuilder(target.uri("/large")).build();

        HttpResponse<InputStream> answer =
                through(opened(ForwardProxy.open()), null, null).send(request, BodyHandlers.ofInputStream());

        try (InputStream body = answer.body()) {
            assertThat(body.readAllBytes()).hasSize(3 << 20);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hang", "/trickle"})
    void abortsACallWhenItIsCancelled(String path) throws Exception {
        Target target = target("https");
        HttpRequest request = HttpRequest.newBuilder(target.uri(path)).build();

        CompletableFuture<HttpResponse<String>> answer =
                through(opened(ForwardProxy.open()), null, null).sendAsync(request, BodyHandlers.ofString());
        while (target.requestHeaders().isEmpty()) {
            Thread.sleep(10);
        }
        answer.cancel(true);

        assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hang", "/trickle"})
    void givesUpWhenTheTimeOfTheRequestIsOver(String path) throws Exception {
        Target target = target("http");
        HttpRequest request = HttpRequest.newBuilder(target.uri(path))
                .timeout(Duration.ofMillis(300))
                .build();

        assertThatThrownBy(
                        () -> through(opened(ForwardProxy.open()), null, null).send(request, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void endsWhenItsThreadIsInterrupted() throws Exception {
        Target target = target("http");
        HttpClient client = through(opened(ForwardProxy.open()), null, null);
        Thread caller = Thread.currentThread();
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(caller::interrupt);

        assertThatThrownBy(() -> get(client, target.uri("/hang"))).isInstanceOf(InterruptedException.class);
    }

    @Test
    void callsAHostThatNeedsNoProxyDirectly() throws Exception {
        Target target = target("https");
        ForwardProxy proxy = opened(ForwardProxy.open());

        assertThat(get(client(direct(proxy)), target.uri("/hello")).statusCode())
                .isEqualTo(200);

        assertThat(proxy.carried()).isEmpty();
    }

    @Test
    void checksCertificates() throws Exception {
        Target target = target("https");
        ForwardProxy proxy = opened(ForwardProxy.open());
        ProxyHttpClient client = opened(new ProxyHttpClient(
                new Proxies(List.of(new ProxyServer("https", "127.0.0.1", proxy.port(), null, null, null)))));

        assertThatThrownBy(() -> get(client, target.uri("/hello"))).isInstanceOf(SSLException.class);
    }

    @Test
    void usesTheTrustStoreOfTheJvm() throws NoSuchAlgorithmException {
        ProxyHttpClient client = opened(new ProxyHttpClient(new Proxies(List.of())));

        assertThat(client.sslContext()).isSameAs(SSLContext.getDefault());
    }

    @Test
    void fulfilsTheContractOfTheJdksClient() {
        HttpClient client = client(new ProxyServer("http", "127.0.0.1", 1, USER, PASSWORD, null));

        assertThat(client.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(client.connectTimeout()).isEmpty();
        assertThat(client.authenticator()).isEmpty();
        assertThat(client.proxy()).isEmpty();
        assertThat(client.executor()).isPresent();
        assertThat(client.sslParameters()).isNotNull();
    }

    private HttpClient through(ForwardProxy proxy, @Nullable String username, @Nullable String password) {
        return client(new ProxyServer("http", "127.0.0.1", proxy.port(), username, password, null));
    }

    private HttpClient client(ProxyServer proxy) {
        return opened(new ProxyHttpClient(new Proxies(List.of(proxy)), tls));
    }

    private Target target(String scheme) throws Exception {
        return opened(scheme.equals("https") ? Target.https(certificate) : Target.http());
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.add(0, resource);
        return resource;
    }

    private static HttpResponse<String> get(HttpClient client, URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
