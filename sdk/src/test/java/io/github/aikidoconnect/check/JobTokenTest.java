package io.github.aikidoconnect.check;

import static io.github.aikidoconnect.testing.Setup.imported;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectState;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Companies;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token of a pipeline's job lists only the repositories that its pipeline references. */
class JobTokenTest {

    private static final String[] ALL = {"shop-web", "shop-api", "Zahlungs Übersicht", "shop-assets"};

    @RegisterExtension
    final SimulatorExtension simulators =
            SimulatorExtension.of(imported(Setup.shop(), ALL).jobToken("shop-web"));

    private final Runs runs = Runs.withoutPauses();

    private static ConnectRequest.Builder request(Simulator simulator) {
        return Setup.request(simulator).azureToken(Secret.of(Shop.JOB_TOKEN));
    }

    private static void assertSaysSo(ConnectReport report) {
        Check visibility = Checks.of(report, CheckId.TOKEN_VISIBILITY);
        assertThat(visibility.status()).isEqualTo(CheckStatus.WARNING);
        assertThat(visibility.message())
                .isEqualTo("The token is a pipeline's job token, which lists only the repositories that the pipeline "
                        + "references.");
        assertThat(visibility.fix()).contains("personal access token", "service principal");
    }

    @Test
    void isRecognisedByItsOwner(Simulator simulator) {
        assertSaysSo(runs.check(request(simulator).build()));
    }

    @Test
    void prunesNothingAndSaysWhy(Simulator simulator) {
        ConnectReport report =
                runs.connect(request(simulator).prune(true).pruneLimit(100).build());

        assertSaysSo(report);
        assertThat(simulator.workspace().monitored()).containsExactlyInAnyOrder(ALL);
        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_LIST_INCOMPLETE);
        assertThat(report.repositories()).extracting(RepositoryReport::action).doesNotContain(Action.DEACTIVATE);
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
    }

    @Test
    void prunesNothingThatIsExcluded(Simulator simulator) {
        ConnectReport report = runs.connect(request(simulator)
                .prune(true)
                .pruneLimit(100)
                .excludes(List.of("shop-web"))
                .build());

        assertThat(simulator.workspace().monitored()).containsExactlyInAnyOrder(ALL);
        assertThat(report.repositories()).extracting(RepositoryReport::action).containsExactly(Action.SKIP);
    }

    @Test
    void connectsWhatItSeesAndIsNoProblemWithoutPruning() {
        Simulator simulator =
                simulators.start(imported(Setup.shop(), "shop-api").jobToken("shop-web"));

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().monitored()).containsExactlyInAnyOrder("shop-web", "shop-api");
        assertThat(report.toText()).doesNotContain("no longer lists");
    }

    @Test
    void callsNothingStaleInAStatus(Simulator simulator) {
        ConnectReport report = runs.status(request(simulator).failOnDrift(true).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.repositories()).extracting(RepositoryReport::name).containsExactly("shop-web");
        assertSaysSo(report);
    }

    @Test
    void isRecognisedByWhatThePipelineSaysWhateverItsShape() {
        Simulator simulator = simulators.start(imported(Setup.shop(), ALL)
                .project(
                        Shop.PROJECT,
                        project ->
                                project.withRepositories(project.repositories().subList(0, 1))));

        ConnectReport report = runs.connect(Setup.request(simulator)
                .pipelineToken(Secret.of(Shop.TOKEN))
                .prune(true)
                .pruneLimit(100)
                .build());

        assertSaysSo(report);
        assertThat(simulator.workspace().monitored()).containsExactlyInAnyOrder(ALL);
    }

    @Test
    void isSupposedWhereTheOwnerOfAnOpaqueTokenIsNotKnown(Simulator simulator) {
        simulator.faults().always(Match.path("**/connectionData"), Fault.answer(500));

        ConnectReport report =
                runs.connect(request(simulator).prune(true).pruneLimit(100).build());

        assertThat(Checks.status(report, CheckId.TOKEN_VISIBILITY)).isEqualTo(CheckStatus.UNKNOWN);
        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_LIST_INCOMPLETE);
        assertThat(simulator.workspace().monitored()).containsExactlyInAnyOrder(ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"subjectDescriptor\":\"svc.YWJjOkJ1aWxkOjEyMw==\"",
                "\"descriptor\":\"Microsoft.TeamFoundation.ServiceIdentity;1-2:Build:3-4\"",
                "\"isActive\":true"
            })
    void isRecognisedInEachFormOfItsOwner(String member, Simulator simulator) {
        simulator
                .faults()
                .always(
                        Match.path("**/connectionData"),
                        Fault.answer(
                                200,
                                "application/json",
                                "{\"authenticatedUser\":{\"id\":\"0b8f4a52-6a1d-4a58-9c53-2f0de1c4a709\","
                                        + "\"providerDisplayName\":\"Shop Front Build Service (contoso)\"," + member
                                        + "}}"));

        assertSaysSo(runs.check(request(simulator).build()));
    }

    @Test
    void statesNoCoverageAndSaysSoOnce() {
        Scenario company = Companies.of(3, 2).jobToken("team-1-1", "team-2-1", "team-3-1");
        Simulator simulator = simulators.start(company);

        ConnectReport report = runs.coverage(Companies.request(
                        Companies.common(simulator)
                                .azureToken(Secret.of(Shop.JOB_TOKEN))
                                .build(),
                        2)
                .minCoverage(90)
                .build());

        assertThat(report.coverage()).isNull();
        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_LIST_INCOMPLETE));
        assertThat(report.projects())
                .extracting(ProjectReport::state)
                .doesNotContain(ProjectState.CONNECTED, ProjectState.PARTIAL);
    }

    @Test
    void prunesInNoProjectAndSaysSoOnce() {
        Simulator simulator = simulators.start(Companies.of(3, 2).jobToken("team-1-1", "team-2-1", "team-3-1"));

        ConnectReport report = runs.connect(Companies.request(
                        Companies.common(simulator)
                                .azureToken(Secret.of(Shop.JOB_TOKEN))
                                .prune(true)
                                .build(),
                        3)
                .build());

        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo("The token may not list every repository of the project, so none was pruned."));
    }
}
