package io.github.aikidoconnect.faults;

import static io.github.aikidoconnect.testing.Checks.status;
import static io.github.aikidoconnect.testing.Checks.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Projects that a token does not see, or whose content cannot be read. */
class ProjectAnswersTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    private final Runs runs = Runs.create();

    private static void assertProjectNotFound(ConnectReport report, String project) {
        assertThat(status(report, CheckId.PROJECT)).isEqualTo(CheckStatus.FAILED);
        assertThat(status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.PASSED);
        // There was no repository list to try it on, which says nothing about the scope.
        assertThat(status(report, CheckId.SCOPE_CODE)).isEqualTo(CheckStatus.UNKNOWN);
        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_PROJECT_NOT_FOUND);
        assertThat(problem.message()).contains("\"contoso\"", "\"" + project + "\"");
        assertThat(problem.fix()).contains("ConnectRequest.project", "\"Shop Front\", \"Payments\"");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheVisibleProjectsWhereTheNameIsWrong(AzureScenario.NotFound form) {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withNotFound(form)));

        assertProjectNotFound(
                runs.check(Runs.shop(simulator).project("Shopfront").build()), "Shopfront");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheVisibleProjectsWhereTheIdIsWrong(AzureScenario.NotFound form) {
        String id = "0b8f4a52-6a1d-4a58-9c53-000000000000";
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withNotFound(form)));

        assertProjectNotFound(runs.check(Runs.shop(simulator).project(id).build()), id);
    }

    @Test
    void saysSoWhereTheTokenSeesNoProjectAtAll() {
        Simulator simulator = simulators.start(Scenario.shop().organization(o -> o.withProjects(List.of())));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_PROJECT_NOT_FOUND);
        assertThat(Checks.problem(report).fix()).contains("cannot see any project");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleting", "createPending", "aStateOfTomorrow"})
    void warnsOfAProjectThatIsNotWellFormed(String state) {
        Simulator simulator = simulators.start(Scenario.shop().project(Shop.PROJECT, p -> p.withState(state)));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.PROJECT)).isEqualTo(CheckStatus.WARNING);
        assertThat(text(report, CheckId.PROJECT)).contains("\"Shop Front\"", state);
    }

    @Test
    void reportsAProjectThatCannotBeReadThoughEveryScopeIsGranted(Simulator simulator) {
        simulator.faults().always(Match.path("/azure/contoso/_apis/projects/*"), Setup.forbidden());

        ConnectReport report = runs.connect(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.PROJECT)).isEqualTo(CheckStatus.UNKNOWN);
        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_SCOPE_MISSING);
        assertThat(Checks.problem(report).fix()).contains("owner");
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void reportsARepositoryListThatFails(Simulator simulator) {
        simulator.faults().always(Match.path("**/git/repositories"), Fault.answer(501));

        ConnectReport report = runs.connect(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.SCOPE_CODE)).isEqualTo(CheckStatus.UNKNOWN);
        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_UNAVAILABLE);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }
}
