package io.github.aikidoconnect.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.http.JdkTransport;
import io.github.aikidoconnect.simulator.Certificate;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.SimulatorOptions;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Identities;
import io.github.aikidoconnect.testing.Runs;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What carries the calls, when they are sent, and where credentials never go. */
class TransportTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    private final Runs runs = Runs.create();

    /** The SDK's own client names itself; azd's has the JDK's name. */
    @Test
    void azdCarriesTheCallsToAzureDevOps(Simulator simulator) {
        runs.check(Runs.shop(simulator).build());

        assertThat(userAgents(simulator, true)).allMatch(agent -> agent.startsWith("Java-http-client"));
        assertThat(userAgents(simulator, false)).containsOnly("aikido-connect");
    }

    @Test
    void aClientOfTheCallerCarriesAllCalls(Simulator simulator) {
        ConnectReport report = check(AikidoConnect.builder().httpClient(HttpClient.newHttpClient()), simulator);

        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(userAgents(simulator, true)).containsOnly("aikido-connect");
    }

    @Test
    void aTransportOfTheCallerSendsAllCallsAndShowsNoSecretAsText(Simulator simulator) {
        List<String> sent = new CopyOnWriteArrayList<>();
        Transport jdk = JdkTransport.create();

        ConnectReport report = check(
                AikidoConnect.builder().transport(request -> {
                    sent.add(request.toString());
                    return jdk.send(request);
                }),
                simulator);

        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(sent)
                .hasSameSizeAs(simulator.exchanges())
                .contains("GET 127.0.0.1/azure/contoso/_apis/connectionData")
                .noneMatch(text -> text.contains("Basic") || text.contains("Bearer"));
    }

    private static ConnectReport check(AikidoConnect.Builder builder, Simulator simulator) {
        try (AikidoConnect aikido = builder.build()) {
            return aikido.check(Runs.shop(simulator).build());
        }
    }

    private static List<String> userAgents(Simulator simulator, boolean azure) {
        return simulator.exchanges().stream()
                .filter(exchange -> exchange.azure() == azure)
                .map(exchange -> String.valueOf(exchange.requestHeader("user-agent")))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"ALWAYS", "NORMAL"})
    void refusesAClientThatFollowsRedirects(HttpClient.Redirect policy) {
        HttpClient follows = HttpClient.newBuilder().followRedirects(policy).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AikidoConnect.builder().httpClient(follows))
                .withMessageContaining("followRedirects(HttpClient.Redirect.NEVER)");
    }

    @Test
    void sendsCallsThatDoNotDependOnEachOtherAtTheSameTime(Simulator simulator) {
        simulator.faults().always(Match.path("/azure/**"), Fault.delay(Duration.ofMillis(800)));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
        List<Exchange> azure =
                simulator.exchanges().stream().filter(Exchange::azure).toList();
        assertThat(azure).hasSize(12);
        assertThat(roundTrips(azure)).isLessThanOrEqualTo(3);
    }

    /** The most calls of which each began after the one before had been answered: what the time of a run comes to. */
    private static int roundTrips(List<Exchange> exchanges) {
        int trips = 0;
        long end = Long.MIN_VALUE;
        for (Exchange exchange : exchanges.stream()
                .sorted(Comparator.comparingLong(Exchange::endNanos))
                .toList()) {
            if (trips == 0 || exchange.startNanos() - end >= 0) {
                trips++;
                end = exchange.endNanos();
            }
        }
        return trips;
    }

    @Test
    void saysThatACertificateIsNotTrusted(@TempDir Path folder) {
        Simulator simulator =
                simulators.start(new SimulatorOptions(Scenario.shop(), 0, Certificate.create(folder), null));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(Checks.codes(report)).containsOnly(ProblemCode.NETWORK);
        assertThat(report.problems().get(0).message()).contains("certificate", "keytool -importcert");
    }

    @Test
    void takesTheTrustOfTheCallersClient(@TempDir Path folder) throws Exception {
        Certificate certificate = Certificate.create(folder);
        Simulator simulator = simulators.start(new SimulatorOptions(Scenario.shop(), 0, certificate, null));

        ConnectReport report = check(
                AikidoConnect.builder()
                        .httpClient(HttpClient.newBuilder()
                                .sslContext(trusting(certificate))
                                .build()),
                simulator);

        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    /** Microsoft Entra only speaks https, as this simulator does. */
    @Test
    void carriesTheSignInOfAnIdentityOverTls(@TempDir Path folder) throws Exception {
        Certificate certificate = Certificate.create(folder);
        Simulator simulator = simulators.start(new SimulatorOptions(Scenario.shop(), 0, certificate, null));
        HttpClient client =
                HttpClient.newBuilder().sslContext(trusting(certificate)).build();

        try (AikidoConnect aikido = AikidoConnect.builder().httpClient(client).build()) {
            ConnectReport report = aikido.check(Identities.request(simulator, Identities.servicePrincipal(simulator))
                    .build());

            assertThat(report.isSuccess()).as(report.toText()).isTrue();
        }
        assertThat(simulator.entraUrl()).hasScheme("https");
        assertThat(Identities.signIns(simulator)).hasSize(1);
    }

    private static SSLContext trusting(Certificate certificate) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(certificate.keyStore())) {
            keys.load(file, certificate.password().toCharArray());
        }
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("simulator", keys.getCertificate("simulator"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        String url;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = "http://127.0.0.1:" + free.getLocalPort();
        }

        ConnectReport report = runs.list(ConnectRequest.builder()
                .organization("contoso")
                .project("Shop Front")
                .azureUrl(url)
                .azureToken(Secret.of("fakeToken"))
                .build());

        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(ProblemCode.NETWORK);
        assertThat(problem.message()).isEqualTo(url.substring("http://".length()) + " refused the connection.");
        assertThat(problem.fix()).contains("ConnectRequest.azureUrl");
    }

    @Test
    void refusesAHeaderThatCannotBeSentWithoutShowingItsValue() {
        assertThatThrownBy(() -> new Transport.Request(
                        "GET", URI.create("https://dev.azure.com/"), Map.of("Authorization", "Bearer a\nmarked"), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Authorization")
                .hasMessageNotContaining("marked");
    }
}
