package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Azure DevOps and Aikido in a process of their own: the simulator's web server and Jenkins's are of different versions, and
 * a real Jenkins talks to them over a socket, too.
 */
final class SimulatedServices implements AutoCloseable {

    private final Path folder;
    private final Process process;
    private final int port;

    private SimulatedServices(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** Starts with a scenario on a free port. */
    static SimulatedServices start(Scenario scenario) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("simulator");
        Files.writeString(folder.resolve("scenario.json"), scenario.toJson());
        Path portFile = folder.resolve("port");
        Process process = new ProcessBuilder(
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
                        "900")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        while (!Files.exists(portFile)) {
            if (!process.isAlive()) {
                throw new IOException("The simulator ended: " + Files.readString(folder.resolve("output")));
            }
            Thread.sleep(20);
        }
        return new SimulatedServices(folder, process, Integer.parseInt(Files.readString(portFile)));
    }

    String azureUrl() {
        return "http://127.0.0.1:" + port + "/azure";
    }

    String aikidoUrl() {
        return "http://127.0.0.1:" + port + "/aikido";
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
