package io.github.aikidoconnect.benchmark;

import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A simulator in a separate process, so that its memory is not measured. */
final class SimulatorProcess implements AutoCloseable {

    private static final String COMMAND = "io.github.aikidoconnect.simulator.SimulatorCommand";

    /** The JVM's second compiler would take processor time from the run that is measured beside the simulator. */
    private static final List<String> ONE_COMPILER = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final URI url;

    private SimulatorProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    static SimulatorProcess start(Path directory, Scenario scenario) throws IOException, InterruptedException {
        return start(directory, scenario, List.of());
    }

    /** Starts a simulator that writes every exchange to a file. */
    static SimulatorProcess start(Path directory, Scenario scenario, Path journal)
            throws IOException, InterruptedException {
        return start(directory, scenario, List.of("--journal", journal.toString()));
    }

    private static SimulatorProcess start(Path directory, Scenario scenario, List<String> options)
            throws IOException, InterruptedException {
        Path file = directory.resolve("scenario.json");
        Path port = directory.resolve("port");
        Files.writeString(file, scenario.toJson());
        Files.deleteIfExists(port);
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(
                List.of("--scenario", file.toString(), "--port-file", port.toString(), "--exit-after", "3600"));
        Process process = Child.start(
                Child.java(COMMAND, ONE_COMPILER, arguments), directory, Map.of(), directory.resolve("simulator.log"));
        while (!Files.exists(port)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(directory.resolve("simulator.log")));
            }
            Thread.sleep(50);
        }
        return new SimulatorProcess(process, URI.create("http://127.0.0.1:" + Files.readString(port)));
    }

    URI azureUrl() {
        return url.resolve("/azure");
    }

    URI aikidoUrl() {
        return url.resolve("/aikido");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
