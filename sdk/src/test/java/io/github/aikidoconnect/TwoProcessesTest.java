package io.github.aikidoconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two processes at once on one workspace; {@link RateLimitTest} has several runs in one. */
class TwoProcessesTest {

    private static final int LIMIT = 20;

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.large(30, false)
            .workspace(
                    workspace -> workspace.withCallsPerWindow(LIMIT).withWindowMillis((int) Runs.WINDOW.toMillis())));

    @TempDir
    private Path folder;

    @Test
    void stayWithinTheLimitTogetherAndBothEndWell(Simulator simulator) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("window", Long.toString(Runs.WINDOW.toMillis()));
        settings.setProperty("calls", Integer.toString(LIMIT));
        settings.setProperty("shared", folder.resolve("shared").toString());
        List<OtherProcess> both = List.of(
                OtherProcess.start(simulator, folder, settings), OtherProcess.start(simulator, folder, settings));
        for (OtherProcess each : both) {
            assertThat(each.succeeds()).as(each.output()).isTrue();
        }
        assertThat(simulator.calls().refused()).isZero();
        assertThat(simulator.calls().mostWithin(Runs.WINDOW)).isLessThanOrEqualTo(LIMIT);
        assertThat(simulator.workspace().monitored()).hasSize(30);
    }
}
