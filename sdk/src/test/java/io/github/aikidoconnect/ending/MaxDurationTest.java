package io.github.aikidoconnect.ending;

import static io.github.aikidoconnect.testing.Checks.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.limit.FastTime;
import io.github.aikidoconnect.internal.run.InjectedTime;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Companies;
import io.github.aikidoconnect.testing.ReportSchema;
import io.github.aikidoconnect.testing.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run ends in time wherever it waits, and the next one does what remains. No test waits for real. */
class MaxDurationTest {

    private static final Duration MOST = Duration.ofMinutes(1);

    private static final String PROJECT = """
            {"id": "%s", "name": "%s", "state": "wellFormed", "capabilities": {"versioncontrol": {
             "sourceControlType": "Git", "gitEnabled": "True", "tfvcEnabled": "False"}}}""".formatted(Shop.PROJECT_ID, Shop.PROJECT);

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.large(30, false));

    private final List<Progress> progress = new CopyOnWriteArrayList<>();
    private final FastTime time = new FastTime();

    /** Longer than the run may take, so that no call which the limit does not let through at once is waited for. */
    private final AikidoConnect aikido = InjectedTime.builder(Duration.ofMinutes(5), time)
            .callFolder(null)
            .progress(progress::add)
            .build();

    @Test
    void endsWhereTheLimitLetsNoMoreThroughAndTheNextRunDoesTheRest(Simulator simulator) {
        ConnectRequest limited =
                Setup.request(simulator).callsPerMinute(14).maxDuration(MOST).build();
        ConnectReport first = aikido.connect(limited);
        ReportSchema.verify(first);
        assertThat(first.outcome()).as(first.toText()).isEqualTo(Outcome.PARTIAL);
        assertThat(codes(first)).containsExactly(ProblemCode.PARTIAL);
        int done = first.summary().activated();
        assertThat(done).isBetween(1, 14);
        assertThat(first.problems().get(0).message())
                .isEqualTo("The run reached its time limit of 1 minute: " + (30 - done) + " of 30 changes remain.");
        assertThat(first.repositories())
                .filteredOn(repository -> repository.result() == Result.SKIPPED)
                .hasSize(30 - done)
                .allMatch(repository -> repository.reason().contains("the next run makes it"));
        assertThat(simulator.workspace().monitored()).hasSize(done);

        ConnectReport second = aikido.connect(
                limited.toBuilder().callsPerMinute(1000).maxDuration(null).build());
        assertThat(second.summary().activated()).as(second.toText()).isEqualTo(30 - done);
        assertThat(simulator.workspace().monitored()).hasSize(30);
    }

    @Test
    void endsWhileItWaitsForAnImport() {
        Simulator simulator = simulators.start(Setup.shop().imports(imports -> imports.withNever(true)));
        ConnectReport report = aikido.connect(Setup.request(simulator)
                .syncTimeout(Duration.ofMinutes(30))
                .maxDuration(MOST)
                .build());
        assertThat(codes(report)).as(report.toText()).containsExactly(ProblemCode.PARTIAL);
        assertThat(report.problems().get(0).message()).endsWith("4 of 4 changes remain.");
        assertThat(time.passed()).isLessThanOrEqualTo(MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"**/git/repositories", "**/repositories/code", "**/repositories/code/activate"})
    void endsWhereAServiceAsksForALongPause(String path) {
        Simulator simulator = simulators.start(Setup.large(3, false));
        simulator.faults().always(Match.path(path), Fault.answer(429).withHeaders(Map.of("Retry-After", "80")));
        ConnectReport report =
                aikido.connect(Setup.request(simulator).maxDuration(MOST).build());
        assertThat(codes(report)).as(report.toText()).containsExactly(ProblemCode.PARTIAL);
        assertThat(simulator.workspace().monitored()).isEmpty();
        assertThat(time.passed()).isLessThanOrEqualTo(MOST);
    }

    @Test
    void endsWhereAzureDevOpsAsksToBeCalledMoreSlowly(Simulator simulator) {
        // The repositories are listed after the project was read, so the pause is always known by then.
        simulator
                .faults()
                .always(
                        Match.path("**/_apis/projects/*"),
                        Fault.answer(200, "application/json", PROJECT).withHeaders(Map.of("Retry-After", "80")));
        simulator.faults().always(Match.path("**/git/repositories"), Fault.answer(503));
        ConnectReport report =
                aikido.connect(Setup.request(simulator).maxDuration(MOST).build());
        assertThat(report.problems())
                .extracting(Problem::message)
                .containsExactly("The run reached its time limit of 1 minute: nothing was compared, and nothing"
                        + " was changed.");
    }

    @Test
    void endsAllProjectsOfAnOrganizationInTime() {
        Simulator simulator = simulators.start(Companies.of(3, 20));
        ConnectRequest common = Companies.common(simulator)
                .callsPerMinute(12)
                .maxDuration(MOST)
                .syncTimeout(Duration.ofMinutes(30))
                .build();
        ConnectReport report = aikido.connect(Companies.request(common, 3).build());
        ReportSchema.verify(report);
        assertThat(report.outcome()).as(report.toText()).isNotEqualTo(Outcome.SUCCESS);
        assertThat(codes(report)).containsOnly(ProblemCode.PARTIAL);
        assertThat(report.projects()).hasSize(3).allMatch(part -> part.summary().skipped() > 0);
        ConnectReport second = aikido.connect(Companies.request(
                        common.toBuilder()
                                .callsPerMinute(1000)
                                .maxDuration(null)
                                .build(),
                        3)
                .build());
        assertThat(second.isSuccess()).as(second.toText()).isTrue();
        assertThat(simulator.exchanges()).noneMatch(exchange -> exchange.status() == 429);
    }

    @Test
    void refusesATimeThatIsNoTimeForARun(Simulator simulator) {
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofMinutes(-1), Duration.ofDays(2))) {
            ConnectReport report =
                    aikido.connect(Setup.request(simulator).maxDuration(wrong).build());
            assertThat(codes(report)).containsExactly(ProblemCode.CONFIGURATION);
            assertThat(report.problems().get(0).fix()).contains("1 to 1440");
        }
        assertThat(simulator.exchanges()).isEmpty();
    }

    @Test
    void saysInAdvanceHowLongTheLimitMakesARunTake() {
        Simulator simulator = simulators.start(Setup.large(100, false));
        ConnectRequest request = Setup.request(simulator).callsPerMinute(20).build();
        AikidoConnect real = InjectedTime.builder(time)
                .callFolder(null)
                .progress(progress::add)
                .build();
        real.plan(request);
        assertThat(estimates())
                .containsExactly("100 changes would take about 5 minutes at Aikido's limit of 20 calls a minute");
        // More calls than the run makes, so that none of them waits for the machine's clock.
        Simulator other = simulators.start(Setup.large(100, false));
        ConnectReport report = aikido.connect(
                Setup.request(other).callsPerMinute(120).maxDuration(MOST).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(estimates().get(1))
                .isEqualTo(
                        "100 changes take about 4 minutes at Aikido's limit of 120 calls a minute; this run ends after 1"
                                + " minute, and the next one continues");
        real.plan(request.toBuilder().includes(List.of("r1?")).build());
        assertThat(estimates()).hasSize(2);
    }

    @Test
    void saysOnceForAnOrganizationHowLongItTakes() {
        Simulator simulator = simulators.start(Companies.of(3, 60));
        AikidoConnect real = InjectedTime.builder(time)
                .callFolder(null)
                .progress(progress::add)
                .build();
        real.connect(Companies.request(
                        Companies.common(simulator)
                                .callsPerMinute(20)
                                .dryRun(true)
                                .build(),
                        3)
                .build());
        assertThat(estimates()).hasSize(1);
    }

    private List<String> estimates() {
        return progress.stream()
                .filter(Progress.Estimate.class::isInstance)
                .map(Progress::message)
                .toList();
    }
}
