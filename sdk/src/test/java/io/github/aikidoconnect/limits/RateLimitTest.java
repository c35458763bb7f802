package io.github.aikidoconnect.limits;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Setup.imported;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.limit.Tasks;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Aikido's limit of calls in a rolling window, which lasts a second here on both sides. */
class RateLimitTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    private final Runs runs = Runs.withShortWindow();

    @Test
    void staysWithinTheLimitInEveryStretchOfTime() {
        Simulator simulator = simulators.start(limited(Setup.large(50, false), 20));
        ConnectReport report = runs.connect(Runs.shop(simulator).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().monitored()).hasSize(50);
        assertThat(simulator.calls().refused()).isZero();
        assertThat(simulator.calls().mostWithin(Runs.WINDOW)).isLessThanOrEqualTo(20);
        assertThat(report.calls().aikido()).isEqualTo(55);
    }

    @Test
    void tellsHowLongItWaitsAndWhy() {
        Simulator simulator = simulators.start(limited(Setup.large(10, false), 5));
        runs.connect(Runs.shop(simulator).callsPerMinute(5).build());
        assertThat(runs.progress)
                .filteredOn(Progress.Waiting.class::isInstance)
                .isNotEmpty()
                .allSatisfy(waiting -> {
                    assertThat(waiting.message()).isEqualTo("Aikido allows 5 calls a minute");
                    assertThat(((Progress.Waiting) waiting).duration())
                            .isPositive()
                            .isLessThanOrEqualTo(Runs.WINDOW);
                });
    }

    @Test
    void sharesTheCallsOfAWorkspaceBetweenAllRunsOfAJvm() throws InterruptedException {
        Simulator simulator = simulators.start(limited(imported(Setup.shop()), 5));
        Runs other = Runs.withShortWindow();
        ConnectRequest request = Runs.shop(simulator).callsPerMinute(5).build();
        try (Tasks tasks = Tasks.unbounded()) {
            List<Future<ConnectReport>> started = new ArrayList<>();
            for (Runs each : List.of(runs, other, runs, other)) {
                started.add(tasks.start(() -> each.status(request)));
            }
            for (Future<ConnectReport> task : started) {
                assertThat(Tasks.join(task).isSuccess()).isTrue();
            }
        }
        assertThat(simulator.calls().aikido()).isEqualTo(16);
        assertThat(simulator.calls().refused()).isZero();
        assertThat(simulator.calls().mostWithin(Runs.WINDOW)).isLessThanOrEqualTo(5);
    }

    @Test
    void goesOnWhenOtherProgramsUseTheLimitUp() {
        // Aikido lets only eight through: the others of twenty are somebody else's.
        Simulator simulator = simulators.start(limited(Setup.large(12, false), 8));
        ConnectReport report = runs.connect(Runs.shop(simulator).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().monitored()).hasSize(12);
    }

    @Test
    void waitsAsLongAsAikidoAsksFor() {
        Simulator simulator = simulators.start(limited(imported(Setup.shop()), 100));
        simulator.faults().once(Match.path("**/activate"), Fault.answer(429).withHeaders(Map.of("Retry-After", "1")));
        ConnectReport report = runs.connect(Runs.shop(simulator)
                .callsPerMinute(100)
                .includes(List.of("shop-web"))
                .build());
        assertThat(report.isSuccess()).isTrue();
        List<Exchange> activations = Setup.calls(simulator, "POST", Setup.ACTIVATE);
        assertThat(activations).hasSize(2);
        assertThat(activations.get(1).startNanos() - activations.get(0).endNanos())
                .isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void givesUpAtOnceWhereAikidoAsksForAnHourAndSoDoesTheNextRun() {
        Simulator simulator = simulators.start(limited(Setup.large(30, false), 1000));
        simulator
                .faults()
                .always(Match.path("**/activate"), Fault.answer(429).withHeaders(Map.of("Retry-After", "3600")));
        for (int run = 0; run < 2; run++) {
            ConnectReport report =
                    runs.connect(Runs.shop(simulator).callsPerMinute(1000).build());
            assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_RATE_LIMITED);
        }
        assertThat(Setup.calls(simulator, "POST", Setup.ACTIVATE)).hasSizeLessThanOrEqualTo(8);
    }

    private static Scenario limited(Scenario scenario, int calls) {
        return scenario.workspace(
                workspace -> workspace.withCallsPerWindow(calls).withWindowMillis((int) Runs.WINDOW.toMillis()));
    }
}
