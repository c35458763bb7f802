package io.github.aikidoconnect.check;

import static io.github.aikidoconnect.testing.Checks.status;
import static io.github.aikidoconnect.testing.Checks.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a check covers, without changing anything, and with or without a project. */
class CheckTest {

    private final Runs runs = Runs.create();

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    @Test
    void passesWhatIsAsItShouldBe(Simulator simulator) {
        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(report.checks()).extracting(Check::id).containsExactlyElementsOf(Checks.OF_A_GOOD_TOKEN);
        assertThat(report.checks())
                .filteredOn(check -> !check.id().toString().startsWith("aikido."))
                .extracting(Check::status)
                .containsOnly(CheckStatus.PASSED);
        assertThat(text(report, CheckId.TOKEN)).contains("Kim Sample");
        assertThat(text(report, CheckId.PROJECT)).contains("\"Shop Front\"", "7 repositories");
        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void changesNothing(Simulator simulator) {
        runs.check(Runs.shop(simulator).build());

        assertThat(simulator.exchanges())
                .filteredOn(exchange -> !exchange.path().endsWith("/oauth/token"))
                .extracting("method")
                .containsOnly("GET");
    }

    @Test
    void asksWhetherTheOrganizationExistsWithoutCredentials(Simulator simulator) {
        runs.check(Runs.shop(simulator).build());

        assertThat(simulator.exchanges())
                .filteredOn(exchange -> exchange.path().contains("/resourceAreas/"))
                .singleElement()
                .satisfies(exchange -> {
                    assertThat(exchange.requestHeaders()).doesNotContainKey("authorization");
                    assertThat(exchange.query()).contains("accountName=contoso");
                });
    }

    @Test
    void asksAgainAsAPreviewWhereTheServiceSaysSo() {
        Simulator simulator = simulators.start(
                Scenario.shop().azure(a -> a.withStrictPreview(true)).token(t -> t.withFullAccess(true)));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.PASSED);
        assertThat(text(report, CheckId.SCOPE_EXCESS)).contains("full access");
        assertThat(simulator.exchanges())
                .filteredOn(exchange -> exchange.path().endsWith("/connectionData"))
                .extracting("status", "query")
                .containsExactly(tuple(400, "api-version=7.1"), tuple(200, "api-version=7.1-preview"));
    }

    @Test
    void asksOnlyOnceMoreAsAPreview(Simulator simulator) {
        simulator
                .faults()
                .always(
                        Match.path("**/connectionData"),
                        Fault.answer(400, "application/json", "{\"typeKey\":\"VssInvalidPreviewVersionException\"}"));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.UNKNOWN);
        assertThat(simulator.exchanges())
                .filteredOn(exchange -> exchange.path().endsWith("/connectionData"))
                .hasSize(2);
    }

    @Test
    void triesCodeOnAnyProjectWhereNoneIsGiven(Simulator simulator) {
        ConnectReport report = runs.check(Runs.shop(simulator).project(null).build());

        assertThat(status(report, CheckId.SCOPE_CODE)).isEqualTo(CheckStatus.PASSED);
        assertThat(status(report, CheckId.PROJECT)).isEqualTo(CheckStatus.SKIPPED);
        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void tellsHowMuchTheTokenSeesWhereNoProjectIsGiven(Simulator simulator) {
        ConnectReport report = runs.check(Runs.shop(simulator).project(null).build());

        assertThat(text(report, CheckId.PROJECT))
                .contains("No project was specified; the token sees 2 projects with 8 Git repositories.");
    }

    @Test
    void countsTheOthersWhereOneProjectCannotBeRead(Simulator simulator) {
        simulator
                .faults()
                .once(
                        Match.path("/azure/contoso/*/_apis/git/repositories"),
                        Fault.answer(404, "application/json", "{}"));

        ConnectReport report = runs.check(Runs.shop(simulator).project(null).build());

        assertThat(status(report, CheckId.SCOPE_CODE)).isEqualTo(CheckStatus.PASSED);
        assertThat(text(report, CheckId.PROJECT))
                .contains("the token sees 2 projects with ")
                .contains("in the 1 that could be read.");
    }

    @Test
    void leavesCodeUnknownWhereThereIsNoProjectToTryItOn() {
        Simulator simulator = simulators.start(Scenario.shop().organization(o -> o.withProjects(List.of())));

        ConnectReport report = runs.check(Runs.shop(simulator).project(null).build());

        assertThat(status(report, CheckId.SCOPE_CODE)).isEqualTo(CheckStatus.UNKNOWN);
        assertThat(text(report, CheckId.SCOPE_CODE)).contains("there is no project to check it on");
    }

    @Test
    void doesNotTakeAnUnknownAnswerForAnOrganizationWithoutProjects(Simulator simulator) {
        simulator
                .faults()
                .always(Match.path("/azure/contoso/_apis/projects"), Fault.answer(200, "application/json", "{}"));

        ConnectReport report = runs.check(Runs.shop(simulator).project(null).build());

        assertThat(text(report, CheckId.SCOPE_CODE)).doesNotContain("no project");
    }

    @Test
    void failsWithoutAnApiClientButJudgesAzureDevOps(Simulator simulator) {
        ConnectReport report =
                runs.check(Runs.shop(simulator).aikidoClient(null, null).build());

        assertThat(status(report, CheckId.PROJECT)).isEqualTo(CheckStatus.PASSED);
        assertThat(status(report, CheckId.AIKIDO_CREDENTIALS)).isEqualTo(CheckStatus.FAILED);
        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.CONFIGURATION);
        assertThat(simulator.calls().aikido()).isZero();
    }

    @Test
    void countsItsCalls(Simulator simulator) {
        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(report.calls().azure()).isEqualTo(simulator.calls().azure());
        assertThat(report.calls().aikido()).isEqualTo(simulator.calls().aikido());
        assertThat(report.calls().azure()).isEqualTo(12);
    }
}
