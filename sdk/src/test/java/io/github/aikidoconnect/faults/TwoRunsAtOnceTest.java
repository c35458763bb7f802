package io.github.aikidoconnect.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.limit.Tasks;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.testing.OtherProcess;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two runs at once on one workspace. */
class TwoRunsAtOnceTest {

    private static final int LIMIT = 20;

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.large(30, false)
            .workspace(
                    workspace -> workspace.withCallsPerWindow(LIMIT).withWindowMillis((int) Runs.WINDOW.toMillis())));

    @TempDir
    private Path folder;

    @Test
    void stayWithinTheLimitTogetherInOneProcess(Simulator simulator) throws Exception {
        Runs runs = Runs.withShortWindow();
        ConnectRequest request = Runs.shop(simulator).build();
        try (Tasks tasks = Tasks.unbounded()) {
            Future<ConnectReport> one = tasks.start(() -> runs.connect(request));
            Future<ConnectReport> other =
                    tasks.start(() -> Runs.withShortWindow().connect(request));
            assertThat(Tasks.join(one).isSuccess()).isTrue();
            assertThat(Tasks.join(other).isSuccess()).isTrue();
        }
        assertWithinTheLimit(simulator);
    }

    @Test
    void stayWithinTheLimitTogetherInTwoProcesses(Simulator simulator) throws Exception {
        Map<String, String> settings = Map.of(
                "window", Long.toString(Runs.WINDOW.toMillis()),
                "calls", Integer.toString(LIMIT),
                "shared", folder.resolve("shared").toString());
        List<Simulator> shop = List.of(simulator);
        List<OtherProcess> both =
                List.of(OtherProcess.start(shop, folder, settings), OtherProcess.start(shop, folder, settings));
        for (OtherProcess each : both) {
            assertThat(each.succeeds()).as(each.output()).isTrue();
        }
        assertWithinTheLimit(simulator);
    }

    private static void assertWithinTheLimit(Simulator simulator) {
        assertThat(simulator.calls().refused()).isZero();
        assertThat(simulator.calls().mostWithin(Runs.WINDOW)).isLessThanOrEqualTo(LIMIT);
        assertThat(simulator.workspace().monitored()).hasSize(30);
    }
}
