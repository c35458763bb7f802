package io.github.aikidoconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorCommandTest {
    @TempDir
    Path directory;

    @Test
    void saysWhereItListensAndStopsWhenItIsTold() throws Exception {
        Path portFile = directory.resolve("port");
        Process process = run("--port-file", portFile.toString(), "--exit-after", "100");
        while (process.isAlive() && !Files.exists(portFile)) {
            Thread.sleep(20);
        }

        String port = Files.readString(portFile);
        // Of the process itself, destroy() would also close the stream that is still to be read.
        process.toHandle().destroy();

        String output = output(process);
        assertThat(output)
                .contains("Azure DevOps: http://127.0.0.1:" + port + "/azure")
                .contains("Aikido:       http://127.0.0.1:" + port + "/aikido")
                .doesNotContain("Jetty", "SLF4J");
        process.waitFor();
    }

    @Test
    void speaksHttpsWithACertificateInTheGivenFolder() throws Exception {
        Process process = run("--tls", directory.toString(), "--exit-after", "0");

        assertThat(output(process)).contains("Azure DevOps: https://127.0.0.1:");
        assertThat(directory.resolve("simulator.p12")).exists();
        process.waitFor();
    }

    @Test
    void stopsByItselfAfterTheGivenTime() throws Exception {
        Process process = run("--scenario", "example-scenario.json", "--exit-after", "0");

        assertThat(output(process)).contains("Stopped after 0 s");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void showsItsOptionsForOneThatItDoesNotKnow() throws Exception {
        Process process = run("--prot", "0");

        assertThat(output(process)).contains("--prot is unknown", "--port PORT");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void namesTheKeyOfAScenarioThatItDoesNotKnow() throws Exception {
        Path scenario = Files.writeString(directory.resolve("scenario.json"), "{\"azur\":{}}");

        Process process = run("--scenario", scenario.toString());

        assertThat(output(process)).contains("azur").doesNotContain("\tat ");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private static Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorCommand.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
