package io.github.aikidoconnect.connect;

import static io.github.aikidoconnect.testing.Setup.LIST;
import static io.github.aikidoconnect.testing.Setup.calls;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Workspace.Activations;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Aikido acknowledges counts as done only if its list shows it afterwards. */
class VerifyTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(imported(Setup.shop()));

    private final Runs runs = Runs.create();

    @Test
    void reportsActivationsThatAikidoAcknowledgesAndDoesNotList() {
        Simulator simulator = withoutEffect();

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.PARTIAL);
        assertThat(Checks.problem(report).message())
                .startsWith("Aikido acknowledged a change of \"shop-web\"")
                .endsWith(", but its list does not show the change.");
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.summary().activated()).isZero();
        assertThat(report.summary().failed()).isEqualTo(4);
        RepositoryReport row = Checks.repository(report, "shop-web");
        assertThat(row.action()).isEqualTo(Action.ACTIVATE);
        assertThat(row.result()).isEqualTo(Result.FAILED);
        assertThat(row.aikidoId()).isNotNull();
        assertThat(row.reason()).contains("acknowledged the activation");
    }

    @Test
    void reportsDeactivationsThatAikidoAcknowledgesAndDoesNotShow() {
        Simulator simulator = simulators.start(imported(Setup.shop(), "shop-web", "shop-api", "Zahlungs Übersicht")
                .workspace(workspace -> workspace.withActivations(Activations.INEFFECTIVE)));

        ConnectReport report = runs.connect(request(simulator)
                .includes(List.of("shop-api", "Zahlungs*"))
                .prune(true)
                .pruneLimit(100)
                .build());

        assertThat(Checks.repository(report, "shop-web").reason()).contains("acknowledged the deactivation");
        assertThat(Checks.repository(report, "shop-web").result()).isEqualTo(Result.FAILED);
    }

    @Test
    void believesTheAnswersWhereItIsToldNotToReadTheList() {
        Simulator simulator = withoutEffect();

        ConnectReport report = runs.connect(request(simulator).verify(false).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(calls(simulator, "GET", LIST)).hasSize(2);
    }

    @Test
    void readsNothingMoreWhereNothingWasWritten() {
        Simulator simulator = simulators.start(Setup.large(30, true));

        runs.connect(request(simulator).build());

        assertThat(calls(simulator, "GET", LIST)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 200, 450})
    void readsTheListOnceMoreAtMost(int repositories) {
        Simulator simulator = simulators.start(Setup.large(repositories, false));

        runs.connect(request(simulator).build());

        int reading = (repositories + 199) / 200 + 1;
        assertThat(calls(simulator, "GET", LIST)).hasSizeGreaterThan(reading).hasSizeLessThanOrEqualTo(2 * reading);
    }

    @Test
    void saysSoWhereTheListCannotBeReadAfterwards(Simulator simulator) {
        simulator.faults().add(new FaultRule(Match.path("**" + LIST), Fault.answer(400), 2, 0));

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AIKIDO_UNAVAILABLE);
        assertThat(Checks.problem(report).message())
                .startsWith("Aikido acknowledged the changes, but its list could not be read afterwards");
        assertThat(report.summary().activated()).isEqualTo(4);
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
    }

    private Simulator withoutEffect() {
        return simulators.start(
                imported(Setup.shop()).workspace(workspace -> workspace.withActivations(Activations.INEFFECTIVE)));
    }
}
