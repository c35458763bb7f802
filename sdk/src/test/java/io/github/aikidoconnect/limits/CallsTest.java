package io.github.aikidoconnect.limits;

import static io.github.aikidoconnect.testing.Setup.ACTIVATE;
import static io.github.aikidoconnect.testing.Setup.IMPORT;
import static io.github.aikidoconnect.testing.Setup.LIST;
import static io.github.aikidoconnect.testing.Setup.calls;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.limit.Time;
import io.github.aikidoconnect.internal.run.InjectedTime;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many of the workspace's calls a run takes: they are few, and others want some too. */
class CallsTest {

    /** The largest page that Aikido's API gives. */
    private static final int PAGE = 200;

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    private final Runs runs = Runs.create();

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 30", "1, 1", "170, 30", "199, 1", "199, 2", "200, 1", "200, 60", "400, 3", "1000, 40"})
    void takesOneCallForEachMissingRepositoryAndFewMore(int listed, int missing) {
        Simulator simulator = simulators.start(workspace(listed, missing));

        ConnectReport first = runs.connect(request(simulator).build());

        assertThat(first.summary().activated()).as(first.toText()).isEqualTo(missing);
        int polls = polls(simulator);
        int firstCalls = simulator.calls().aikido();
        assertThat(firstCalls - polls)
                .isLessThanOrEqualTo(missing + 2 * pages(listed) + 5 + pages(listed + missing) + 1);

        ConnectReport second = runs.connect(request(simulator).build());

        assertThat(second.summary().alreadyMonitored()).isEqualTo(listed + missing);
        assertThat(simulator.calls().aikido() - firstCalls).isLessThanOrEqualTo(pages(listed + missing) + 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 300})
    void asksForNoArrivalsWhereAikidoListsEverything(int inactive) {
        Simulator simulator = simulators.start(Setup.large(inactive, false));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.summary().activated()).isEqualTo(inactive);
        assertThat(simulator.calls().aikido()).isLessThanOrEqualTo(inactive + 3 * pages(inactive) + 6);
        assertThat(calls(simulator, "GET", LIST)).hasSize(2 * pages(inactive) + 1);
    }

    @Test
    void asksForArrivalsMoreAndMoreSlowly() {
        Simulator simulator = simulators.start(Setup.shop().imports(imports -> imports.withNever(true)));
        assertThat(firstPauses(3, Duration.ofMinutes(1), request(simulator).build()))
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void asksForArrivalsWithNoMoreThanHalfOfTheBudget() {
        // With its 500 repositories the list takes four calls, for which the budget has two seconds here.
        Scenario scenario = workspace(500, 1).imports(imports -> imports.withNever(true));
        Simulator simulator = simulators.start(scenario.workspace(
                workspace -> workspace.withCallsPerWindow(2).withWindowMillis((int) Runs.WINDOW.toMillis())));
        assertThat(firstPauses(
                        2, Runs.WINDOW, Runs.shop(simulator).callsPerMinute(2).build()))
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
        assertThat(simulator.calls().refused()).isZero();
    }

    /** Breaks the run off when it has told so many pauses between two looks for arrivals, and returns them. */
    private static List<Duration> firstPauses(int count, Duration window, ConnectRequest request) {
        List<Duration> pauses = new ArrayList<>();
        AikidoConnect aikido = InjectedTime.builder(window, Time.SYSTEM)
                .progress(event -> {
                    if (event instanceof Progress.Waiting waiting
                            && waiting.message().startsWith("Aikido is import")) {
                        pauses.add(waiting.duration());
                        if (pauses.size() == count) {
                            Thread.currentThread().interrupt();
                        }
                    }
                })
                .build();
        aikido.connect(request.toBuilder().syncTimeout(Duration.ofMinutes(5)).build());
        // The run has set it again, and the next test may have this thread.
        Thread.interrupted();
        return pauses;
    }

    /** A workspace that monitors all of a project's repositories but so many, which it does not list yet. */
    private static Scenario workspace(int listed, int missing) {
        return Setup.large(listed + missing, true)
                .workspace(workspace ->
                        workspace.withRepositories(workspace.repositories().subList(0, listed)));
    }

    /** The calls by which arrivals are looked for: those for the list between the import and the last activation. */
    private static int polls(Simulator simulator) {
        long imported = calls(simulator, "POST", IMPORT).get(0).endNanos();
        List<Exchange> activations = calls(simulator, "POST", ACTIVATE);
        long activated = activations.get(activations.size() - 1).startNanos();
        return (int) calls(simulator, "GET", LIST).stream()
                .filter(exchange -> exchange.startNanos() > imported && exchange.startNanos() < activated)
                .count();
    }

    private static int pages(int repositories) {
        return (repositories + PAGE - 1) / PAGE;
    }
}
