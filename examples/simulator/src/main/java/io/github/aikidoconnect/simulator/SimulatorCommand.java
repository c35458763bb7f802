package io.github.aikidoconnect.simulator;

import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The simulator as a command. It runs until it is stopped. */
final class SimulatorCommand {
    private static final String USAGE = """
            Usage: java -jar aikido-connect-examples-simulator.jar [options]
              --scenario FILE        the scenario as JSON; by default, a shop with a project
              --port PORT            the port; 0 for a free one, the default
              --port-file FILE       a file for the port, written when the simulator accepts calls
              --journal FILE         a file for every exchange, one line of JSON each
              --tls FOLDER           serve HTTPS with a new certificate; FOLDER/simulator.p12 (password "simulator")
                                     is the trust store for clients
              --exit-after SECONDS   stop after this time
            """;

    private @Nullable Path scenario;
    private @Nullable Path portFile;
    private @Nullable Path journal;
    private @Nullable Path tls;
    private int port;
    private long exitAfterSeconds = Long.MAX_VALUE;

    private SimulatorCommand() {}

    public static void main(String[] arguments) throws Exception {
        SimulatorCommand command = new SimulatorCommand();
        try {
            command.parse(new ArrayDeque<>(List.of(arguments)));
            command.run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void parse(Deque<String> arguments) {
        while (!arguments.isEmpty()) {
            String name = arguments.pop();
            String value = arguments.poll();
            if (value == null) {
                throw new IllegalArgumentException(name + " requires a value or is unknown");
            }
            switch (name) {
                case "--scenario" -> scenario = Path.of(value);
                case "--port" -> port = Integer.parseInt(value);
                case "--port-file" -> portFile = Path.of(value);
                case "--journal" -> journal = Path.of(value);
                case "--tls" -> tls = Path.of(value);
                case "--exit-after" -> exitAfterSeconds = Long.parseLong(value);
                default -> throw new IllegalArgumentException(name + " is unknown");
            }
        }
    }

    private void run() throws IOException, InterruptedException {
        Scenario held = scenario == null ? Scenario.shop() : Scenario.read(scenario);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
        Certificate certificate = tls == null ? null : Certificate.create(tls);
        try (Simulator simulator = Simulator.start(new SimulatorOptions(held, port, certificate, journal))) {
            System.out.println("Azure DevOps: " + simulator.azureUrl());
            System.out.println("Aikido:       " + simulator.aikidoUrl());
            System.out.println("Entra:        " + simulator.entraUrl());
            if (portFile != null) {
                announce(portFile, simulator.port());
            }
            boolean told = stopped.await(exitAfterSeconds, TimeUnit.SECONDS);
            System.out.println(told ? "Stopped" : "Stopped after " + exitAfterSeconds + " s");
        }
    }

    /** Writes the file in one step, so that a waiting process never reads a part of it. */
    private static void announce(Path file, int port) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(directory, "port", null);
        Files.writeString(draft, Integer.toString(port));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
