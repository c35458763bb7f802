package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Azure DevOps and Aikido in a process of their own: the simulator's web server and Jenkins's are of different versions, and
 * a real Jenkins talks to them over a socket, too.
 */
final class SimulatedServices implements AutoCloseable {

    private final Path folder;
    private final Process process;
    private final String url;

    private SimulatedServices(Path folder, Process process, String url) {
        this.folder = folder;
        this.process = process;
        this.url = url;
    }

    /** Starts with a scenario on a free port. */
    static SimulatedServices start(Scenario scenario) throws IOException, InterruptedException {
        return start(scenario, Files.createTempDirectory("simulator"), false);
    }

    /** The same over HTTPS, as a proxy requires it. */
    static SimulatedServices startWithTls(Scenario scenario) throws IOException, InterruptedException {
        return start(scenario, Files.createTempDirectory("simulator"), true);
    }

    private static SimulatedServices start(Scenario scenario, Path folder, boolean tls)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("scenario.json"), scenario.toJson());
        Path portFile = folder.resolve("port");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx128m",
                "-jar",
                System.getProperty("simulator.jar"),
                "--scenario",
                folder.resolve("scenario.json").toString(),
                "--port-file",
                portFile.toString(),
                "--journal",
                folder.resolve("journal").toString(),
                "--exit-after",
                "900"));
        if (tls) {
            command.addAll(List.of("--tls", folder.toString()));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        while (!Files.exists(portFile)) {
            if (!process.isAlive()) {
                throw new IOException("The simulator ended: " + Files.readString(folder.resolve("output")));
            }
            Thread.sleep(20);
        }
        String url = (tls ? "https" : "http") + "://127.0.0.1:" + Files.readString(portFile);
        return new SimulatedServices(folder, process, url);
    }

    String azureUrl() {
        return url + "/azure";
    }

    String aikidoUrl() {
        return url + "/aikido";
    }

    String entraUrl() {
        return url + "/entra";
    }

    /** Returns what trusts the certificate of these services. */
    SSLContext trust() throws GeneralSecurityException, IOException {
        KeyStore certificate =
                KeyStore.getInstance(folder.resolve("simulator.p12").toFile(), "simulator".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificate);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Every call so far, in the order of their answers. */
    List<Exchange> exchanges() {
        Path journal = folder.resolve("journal");
        return Files.exists(journal) ? Exchange.read(journal) : List.of();
    }

    /** Calls that changed something. */
    List<String> writes() {
        return exchanges().stream()
                .filter(exchange -> !exchange.method().equals("GET"))
                .filter(Exchange::aikidoApi)
                .map(Exchange::summary)
                .toList();
    }

    /** What was sent to activate a repository, once for each call. */
    List<String> activations() {
        return exchanges().stream()
                .filter(exchange -> exchange.path().endsWith("/activate"))
                .map(Exchange::requestBody)
                .toList();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
