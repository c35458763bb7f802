package io.github.aikidoconnect.secrets;

import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.limit.FastTime;
import io.github.aikidoconnect.internal.run.InjectedTime;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two servers: whatever the first says of the second, the second is sent nothing, credentials least of all. */
class RedirectsTest {

    /** Continuation tokens that are no numbers are sent on purpose. */
    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.answersOnly(shop());

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final HttpServer other = start();

    private HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void listen() {
        other.start();
    }

    @AfterEach
    void close() {
        other.stop(0);
    }

    private String elsewhere() {
        return "http://127.0.0.1:" + other.getAddress().getPort() + "/";
    }

    static Stream<Arguments> redirects() {
        List<String> calls = List.of(
                "**",
                "/azure/**",
                "**/connectionData",
                "**/git/repositories",
                "**/oauth/token",
                "**/workspace",
                "**/repositories/code",
                "**/repositories/import",
                "**/activate",
                "**/deactivate",
                "**/scan",
                "**/code-scanning");
        return calls.stream()
                .flatMap(call -> Stream.of(301, 302, 303, 307, 308).map(status -> Arguments.of(call, status)));
    }

    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource("redirects")
    void areNotFollowed(String call, int status, Simulator simulator) {
        simulator.faults().always(Match.path(call), Fault.answer(status).withHeaders(Map.of("Location", elsewhere())));

        ConnectReport byTheSdk = connect(null, simulator);
        ConnectReport byTheCaller = connect(HttpClient.newHttpClient(), simulator);

        assertThat(seen).isEmpty();
        assertThat(simulator.exchanges()).anyMatch(Exchange::faulted);
        assertThat(byTheSdk.isSuccess()).isFalse();
        assertThat(byTheCaller.isSuccess()).isFalse();
        assertThat(byTheSdk.toJson() + byTheSdk.toText()).doesNotContain(elsewhere());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void areNotFollowedWhereTokensAreManaged(int status) {
        for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
            Simulator simulator = simulators.start(Setup.shop());
            simulator
                    .faults()
                    .always(
                            Match.of(method, Tokens.PATS),
                            Fault.answer(status).withHeaders(Map.of("Location", elsewhere())));

            ConnectReport report = Runs.withoutPauses()
                    .token(Tokens.request(simulator, TokenAction.ROTATE).build());

            assertThat(simulator.exchanges()).anyMatch(Exchange::faulted);
            assertThat(report.isSuccess()).isFalse();
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void areFollowedByTheOtherServerItselfSoThatItWouldBeSeen() throws Exception {
        HttpClient follows = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        Simulator simulator = simulators.simulator();
        simulator.faults().always(Match.path("**"), Fault.answer(302).withHeaders(Map.of("Location", elsewhere())));

        follows.send(
                HttpRequest.newBuilder(simulator.azureUrl().resolve("/azure/contoso/_apis/projects"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());

        assertThat(seen).containsExactly("GET /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%sx?y=", "//%s", "@%s", "\\%s"})
    void areNotMadeOfWhatAnAnswerNames(String form, Simulator simulator) {
        String place = form.formatted(elsewhere()).replace("\\", "\\\\");
        simulator
                .faults()
                .always(
                        Match.path("**/resourceAreas/*"),
                        json("{\"locationUrl\":\"" + place + "\",\"url\":\"" + place + "\"}"));
        simulator
                .faults()
                .always(
                        Match.path("**/git/repositories"),
                        json("{\"value\":[{\"id\":\"a\",\"name\":\"r\",\"url\":\"" + place + "\",\"webUrl\":\"" + place
                                + "\",\"remoteUrl\":\"" + place + "\",\"size\":1,\"_links\":{\"next\":{\"href\":\""
                                + place
                                + "\"}}}],\"nextLink\":\"" + place + "\"}"));
        simulator
                .faults()
                .once(
                        Match.path("/azure/contoso/_apis/projects").withQuery("top=100"),
                        json("{\"value\":[],\"nextLink\":\"" + place + "\"}")
                                .withHeaders(Map.of(
                                        "Content-Type",
                                        "application/json",
                                        "x-ms-continuationtoken",
                                        form.formatted(elsewhere()),
                                        "Link",
                                        "<" + elsewhere() + ">; rel=next")));
        simulator
                .faults()
                .always(
                        Match.path("**/workspace"),
                        json("{\"id\":1,\"name\":\"w\",\"linked_provider\":\"azure_devops\",\"git_base_url\":\"" + place
                                + "\"}"));

        connect(null, simulator);
        Runs.withoutPauses().list(request(simulator).project(null).build());

        assertThat(seen).isEmpty();
        assertThat(simulator.exchanges())
                .extracting(Exchange::query)
                .anyMatch(query -> query.contains("continuationToken="));
    }

    @Test
    void keepTheCredentialsOfEachServiceToItself(Simulator simulator) {
        connect(null, simulator);

        assertThat(simulator.exchanges()).allSatisfy(exchange -> {
            String sent = String.valueOf(exchange.requestHeader("authorization"));
            boolean token = exchange.path().endsWith("/oauth/token");
            boolean anonymous = exchange.path().contains("/resourceAreas/");
            assertThat(sent).startsWith(anonymous ? "null" : exchange.azure() || token ? "Basic " : "Bearer ");
            assertThat(exchange.requestHeaders().keySet()).doesNotContain("cookie", "proxy-authorization");
        });
        assertThat(simulator.exchanges().stream()
                        .filter(exchange -> exchange.path().startsWith("/aikido/"))
                        .filter(exchange -> exchange.requestBody().contains("fakeToken"))
                        .map(Exchange::path))
                .as("the personal access token goes to Aikido in the one call that is for it")
                .containsExactly("/aikido/api/public/v1/access-tokens/code-scanning");
    }

    private static ConnectReport connect(@Nullable HttpClient client, Simulator simulator) {
        try (AikidoConnect aikido = InjectedTime.builder(new FastTime())
                .httpClient(client)
                .callFolder(null)
                .build()) {
            return aikido.connect(request(simulator)
                    .handover(Handover.ALWAYS)
                    .scan(true)
                    .prune(true)
                    .pruneLimit(100)
                    .excludes(List.of("shop-assets"))
                    .syncTimeout(Duration.ofMillis(10))
                    .build());
        }
    }

    /** Something is to be imported, to be activated, and to be deactivated. */
    private static Scenario shop() {
        return imported(Setup.shop(), "shop-assets", "shop-web")
                .workspace(workspace -> workspace.withRepositories(workspace.repositories().stream()
                        .filter(repository -> !repository.name().equals("shop-api"))
                        .toList()))
                .imports(imports -> imports.withNever(true));
    }

    private static Fault json(String body) {
        return Fault.answer(200, "application/json", body);
    }
}
