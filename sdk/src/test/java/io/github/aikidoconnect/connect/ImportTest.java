package io.github.aikidoconnect.connect;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.repository;
import static io.github.aikidoconnect.testing.Setup.ACTIVATE;
import static io.github.aikidoconnect.testing.Setup.IMPORT;
import static io.github.aikidoconnect.testing.Setup.LIST;
import static io.github.aikidoconnect.testing.Setup.calls;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static io.github.aikidoconnect.testing.Setup.writes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a run waits for while Aikido imports, and what it does with what arrives. */
class ImportTest {

    private static final List<String> GIT = List.of("Zahlungs Übersicht", "shop-api", "shop-assets", "shop-web");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    private final Runs runs = Runs.create();

    @Test
    void startsNoImportWhenEverySelectedRepositoryIsListed() {
        Simulator simulator = simulators.start(imported(Setup.shop(), "shop-web"));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.isSuccess()).isTrue();
        assertThat(report.summary()).isEqualTo(new ProjectReport.Summary(6, 6, 1, 3, 0, 2, 0));
        assertThat(calls(simulator, "POST", IMPORT)).isEmpty();
        assertThat(calls(simulator, "POST", ACTIVATE)).hasSize(3);
    }

    @Test
    void startsNoImportForWhatIsNotSelectedOrCannotBeImported(Simulator simulator) {
        ConnectReport report = runs.connect(
                request(simulator).includes(List.of("shop-new", "shop-archive")).build());
        assertThat(report.isSuccess()).isTrue();
        assertThat(writes(simulator)).isEmpty();
    }

    @Test
    void activatesWhatHasArrivedWhileItWaitsForTheRest() {
        Simulator simulator =
                simulators.start(Setup.shop().imports(imports -> imports.withWithout(List.of("shop-assets"))));
        runs.connect(request(simulator).syncTimeout(Duration.ofSeconds(8)).build());

        List<Exchange> activations = calls(simulator, "POST", ACTIVATE);
        List<Exchange> readings = calls(simulator, "GET", LIST);
        assertThat(activations).hasSize(3);
        assertThat(readings.get(readings.size() - 1).startNanos())
                .as("the list is still read after the activations")
                .isGreaterThan(activations.get(2).endNanos());
    }

    @Test
    void activatesRepositoriesThatArriveInBatches() {
        Simulator simulator = simulators.start(
                Setup.shop().imports(imports -> imports.withBatchSize(2).withIntervalMillis(600)));
        assertThat(runs.connect(request(simulator).build()).isSuccess()).isTrue();
        assertThat(simulator.workspace().monitored()).containsExactlyElementsOf(GIT);
        assertThat(calls(simulator, "POST", IMPORT)).hasSize(1);
        assertThat(calls(simulator, "POST", ACTIVATE)).hasSize(4);
    }

    @Test
    void waitsNoLongerThanItMayAndTheNextRunFinishes() {
        Simulator simulator = simulators.simulator();
        // The first reading, of an empty list, succeeds: from then on nothing is seen to arrive.
        simulator.faults().add(new FaultRule(Match.path("**" + LIST), Fault.answer(400), 1, 0));
        ConnectReport report = runs.connect(
                request(simulator).syncTimeout(Duration.ofSeconds(1)).build());

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_UNAVAILABLE, ProblemCode.AIKIDO_SYNC_TIMEOUT);
        assertThat(report.problems().get(1).message())
                .isEqualTo("Aikido did not list \"shop-web\", \"shop-api\", \"Zahlungs Übersicht\", \"shop-assets\""
                        + " within 1 second.");
        assertThat(repository(report, "shop-web").action()).isEqualTo(Action.WAIT);
        assertThat(repository(report, "shop-web").result()).isEqualTo(Result.FAILED);

        simulator.faults().clear();
        assertThat(runs.connect(request(simulator).build()).isSuccess()).isTrue();
        assertThat(simulator.workspace().monitored()).containsExactlyElementsOf(GIT);
    }

    @Test
    void doesTheRestWhenSomethingDoesNotArrive() {
        Simulator simulator =
                simulators.start(Setup.shop().imports(imports -> imports.withWithout(List.of("shop-assets"))));
        ConnectReport report = runs.connect(
                request(simulator).syncTimeout(Duration.ofSeconds(3)).build());
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_SYNC_TIMEOUT);
        assertThat(report.problems().get(0).message())
                .contains("\"shop-assets\"")
                .doesNotContain("shop-web");
        assertThat(report.summary()).isEqualTo(new ProjectReport.Summary(6, 6, 0, 3, 0, 2, 1));
    }

    @Test
    void doesNotStartASecondImportWhenTheAnswerToTheFirstIsLost() {
        Simulator simulator = simulators.simulator();
        simulator.faults().once(Match.path("**/import"), Fault.lostAnswer());
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().imports()).isEqualTo(1);
    }

    @Test
    void saysWhyNothingArrivedWhenTheImportFailed() {
        Simulator simulator = simulators.simulator();
        simulator.faults().always(Match.path("**/import"), Fault.answer(503));
        ConnectReport report = runs.connect(
                request(simulator).syncTimeout(Duration.ofSeconds(1)).build());
        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_UNAVAILABLE);
        assertThat(repository(report, "shop-web").reason()).isEqualTo("Aikido's import may not have begun: HTTP 503.");
    }
}
