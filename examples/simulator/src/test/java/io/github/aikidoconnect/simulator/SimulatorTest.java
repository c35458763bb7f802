package io.github.aikidoconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorTest {
    private static final String CALL =
            "/_apis/resourceAreas/79134C72-4A58-4B42-976C-04E7115F32BF?accountName=contoso&api-version=5.0-preview.1";

    @TempDir
    Path directory;

    @Test
    void listensOnTheLoopbackInterfaceOnAPortOfItsOwn() throws Exception {
        try (Simulator one = Simulator.start(Scenario.shop());
                Simulator other = Simulator.start(Scenario.shop())) {
            assertThat(InetAddress.getByName(one.azureUrl().getHost()).isLoopbackAddress())
                    .isTrue();
            assertThat(one.port()).isNotEqualTo(other.port());
            assertThat(one.azureUrl()).hasToString("http://127.0.0.1:" + one.port() + "/azure");
            assertThat(one.aikidoUrl()).hasToString("http://127.0.0.1:" + one.port() + "/aikido");
        }
    }

    @Test
    void stopsAnsweringWhenItIsClosed() {
        Simulator simulator = Simulator.start(Scenario.shop());
        URI url = URI.create(simulator.azureUrl() + CALL);
        simulator.close();

        assertThatThrownBy(() -> get(HttpClient.newHttpClient(), url)).isInstanceOf(IOException.class);
    }

    @Test
    void speaksHttpsWithACertificateThatItsOwnKeyStoreTrusts() throws Exception {
        Certificate certificate = Certificate.create(directory);
        SimulatorOptions options = SimulatorOptions.of(Scenario.shop()).withCertificate(certificate);
        try (Simulator simulator = Simulator.start(options)) {
            URI url = URI.create(simulator.azureUrl() + CALL);
            HttpClient trusting =
                    HttpClient.newBuilder().sslContext(trusting(certificate)).build();

            assertThat(url.getScheme()).isEqualTo("https");
            assertThat(get(trusting, url).statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> get(HttpClient.newHttpClient(), url)).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void writesEveryExchangeToAFileThatCanBeReadAgain() throws Exception {
        Path journal = directory.resolve("journal");
        try (Simulator simulator =
                Simulator.start(SimulatorOptions.of(Scenario.shop()).withJournalFile(journal))) {
            get(HttpClient.newHttpClient(), URI.create(simulator.azureUrl() + CALL));

            assertThat(Exchange.read(journal)).isEqualTo(simulator.exchanges()).hasSize(1);
        }
    }

    @Test
    void recordsCallsToNeitherService() throws Exception {
        try (Simulator simulator = Simulator.start(Scenario.shop())) {
            URI url = simulator.azureUrl().resolve("/elsewhere");

            assertThat(get(HttpClient.newHttpClient(), url).statusCode()).isEqualTo(404);
            assertThat(simulator.exchanges()).extracting(Exchange::path).containsExactly("/elsewhere");
        }
    }

    private static HttpResponse<String> get(HttpClient client, URI url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static SSLContext trusting(Certificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate.keyStore())) {
            store.load(in, certificate.password().toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("simulator", store.getCertificate("simulator"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
