package io.github.aikidoconnect.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.contract.Jvm;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The program in {@code examples/java}, as Java starts it from its source. */
class JavaExampleTest {

    private static final Path SOURCE = Path.of("..", "examples", "java", "ConnectProject.java");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    @TempDir
    Path folder;

    @Test
    void connectsAProject(Simulator simulator) throws Exception {
        assertThat(run(simulator, "Shop Front")).as(folder.toString()).isZero();

        assertThat(folder.resolve("output")).content().contains("Connect: success.", "is monitored now");
        assertThat(folder.resolve("connect-report.json")).exists();
        assertThat(simulator.workspace().monitored()).hasSize(4);
    }

    @Test
    void endsWithOneAndSaysWhatToDo(Simulator simulator) throws Exception {
        assertThat(run(simulator, "Shopfront")).isEqualTo(1);

        assertThat(folder.resolve("output"))
                .content()
                .contains("AZURE_PROJECT_NOT_FOUND: ")
                .doesNotContain("Exception");
    }

    private int run(Simulator simulator, String project) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Jvm.executable(),
                        "-cp",
                        Jvm.classPath(),
                        SOURCE.toRealPath().toString(),
                        Shop.ORGANIZATION,
                        project)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "output"));
        builder.environment()
                .putAll(Map.of(
                        "AZURE_DEVOPS_EXT_PAT", Shop.TOKEN,
                        "AIKIDO_CLIENT_ID", Shop.CLIENT_ID,
                        "AIKIDO_CLIENT_SECRET", Shop.CLIENT_SECRET,
                        "AZURE_DEVOPS_URL", simulator.azureUrl().toString(),
                        "AIKIDO_URL", simulator.aikidoUrl().toString(),
                        "XDG_CACHE_HOME", folder.toString(),
                        "LOCALAPPDATA", folder.toString()));
        Process process = builder.start();
        try {
            return process.waitFor(5, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } finally {
            process.destroyForcibly();
        }
    }
}
