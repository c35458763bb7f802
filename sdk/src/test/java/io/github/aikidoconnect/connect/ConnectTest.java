package io.github.aikidoconnect.connect;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.repository;
import static io.github.aikidoconnect.testing.Setup.ACTIVATE;
import static io.github.aikidoconnect.testing.Setup.LIST;
import static io.github.aikidoconnect.testing.Setup.calls;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static io.github.aikidoconnect.testing.Setup.writes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Imports;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers a project: the main job, and what it does when part of it goes wrong. */
class ConnectTest {

    private static final List<String> GIT = List.of("Zahlungs Übersicht", "shop-api", "shop-assets", "shop-web");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    private final Runs runs = Runs.create();

    @Test
    void registersAProject(Simulator simulator) {
        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(simulator.workspace().monitored()).containsExactlyElementsOf(GIT);
        assertThat(report.summary()).isEqualTo(new ProjectReport.Summary(6, 6, 0, 4, 0, 2, 0));
        RepositoryReport web = repository(report, "shop-web");
        assertThat(web.action()).isEqualTo(Action.ACTIVATE);
        assertThat(web.result()).isEqualTo(Result.DONE);
        assertThat(web.aikidoId()).isNotNull();
        assertThat(web.defaultBranch()).isEqualTo("main");
        assertThat(report.calls())
                .isEqualTo(new ProjectReport.Calls(
                        simulator.calls().azure(), simulator.calls().aikido()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void doesTheRestWhenOneRepositoryIsRefused(int status) {
        Simulator simulator = simulators.start(imported(Setup.shop()));
        simulator.faults().once(Match.path("**/activate"), Fault.answer(status));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(codes(report)).containsExactly(ProblemCode.PARTIAL);
        assertThat(simulator.workspace().monitored()).hasSize(3);
        assertThat(report.repositories())
                .filteredOn(repository -> repository.result() == Result.FAILED)
                .singleElement()
                .satisfies(failed -> {
                    assertThat(failed.reason()).isEqualTo("Aikido did not make the change: HTTP " + status + ".");
                    assertThat(report.problems().get(0).message())
                            .isEqualTo("Aikido did not change \"" + failed.name() + "\" (HTTP " + status + ").");
                });
    }

    @Test
    void stopsAskingWhenAScopeIsMissingAndSaysSoOnce() {
        Simulator simulator =
                simulators.start(Setup.large(40, false).client(client -> client.without("repositories:write")));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_SCOPE_MISSING);
        assertThat(report.problems().get(0).message()).isEqualTo("The API client lacks the scope repositories:write.");
        assertThat(report.summary().failed()).isEqualTo(40);
        assertThat(calls(simulator, "POST", ACTIVATE)).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void saysOnceThatAScopeIsMissingForImportAndActivationAlike() {
        Scenario scenario = imported(Setup.shop()).client(client -> client.without("repositories:write"));
        Simulator simulator = simulators.start(scenario.workspace(
                workspace -> workspace.withRepositories(workspace.repositories().subList(0, 1))));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_SCOPE_MISSING);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(calls(simulator, "GET", LIST))
                .as("there is nothing to wait for")
                .hasSize(2);
        assertThat(repository(report, "shop-api").reason())
                .isEqualTo("Aikido's import could not be started: repositories:write.");
    }

    @Test
    void startsAScanOfWhatItActivatedAndOfNothingElse() {
        Simulator simulator = simulators.start(imported(Setup.shop(), "shop-web"));
        ConnectReport report = runs.connect(request(simulator).scan(true).build());
        assertThat(report.isSuccess()).isTrue();
        assertThat(simulator.workspace().scans())
                .containsExactlyInAnyOrder("Zahlungs Übersicht", "shop-api", "shop-assets");
        runs.connect(request(simulator).scan(true).build());
        assertThat(simulator.workspace().scans()).hasSize(3);
    }

    @Test
    void startsNoScanUnlessAskedTo(Simulator simulator) {
        runs.connect(request(simulator).build());
        assertThat(simulator.workspace().scans()).isEmpty();
    }

    @Test
    void reportsAScanThatCouldNotBeStarted() {
        Simulator simulator = simulators.start(imported(Setup.shop()));
        simulator
                .faults()
                .once(Match.path("**/scan"), Fault.answer(400, "application/json", "{\"error\":\"Too many scans\"}"));
        ConnectReport report = runs.connect(request(simulator).scan(true).build());
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(codes(report)).containsExactly(ProblemCode.PARTIAL);
        assertThat(report.problems().get(0).message())
                .startsWith("The first scan of ")
                .endsWith(" could not be started (HTTP 400: Too many scans).");
        assertThat(simulator.workspace().monitored()).containsExactlyElementsOf(GIT);
        assertThat(simulator.workspace().scans()).hasSize(3);
        assertThat(report.summary().failed()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Imports.Tfvc.class,
            names = {"PROJECT_ID", "URL", "NAME"})
    void monitorsATfvcRepositoryInWhateverFormAikidoListsIt(Imports.Tfvc form) {
        Simulator simulator = simulators.start(Scenario.shop()
                .workspace(workspace -> workspace.withCallsPerWindow(1000))
                .imports(imports -> imports.withTfvc(form)));
        ConnectReport first = runs.connect(request(simulator).build());
        assertThat(first.isSuccess()).isTrue();
        ConnectReport second = runs.connect(request(simulator).build());
        RepositoryReport tfvc = repository(second, "$/Shop Front");
        assertThat(tfvc.result()).isEqualTo(Result.DONE);
        assertThat(tfvc.kind()).isEqualTo(RepositoryKind.TFVC);
        assertThat(tfvc.secretScanning()).isFalse();
        assertThat(simulator.workspace().monitored()).hasSize(5);
        ConnectReport third = runs.connect(request(simulator).build());
        assertThat(repository(third, "$/Shop Front").action()).isEqualTo(Action.NONE);
    }

    @Test
    void warnsOfATfvcRepositoryThatAikidoDoesNotListAndFailsNothing() {
        Simulator simulator = simulators.start(imported(
                Scenario.shop().workspace(workspace -> workspace.withCallsPerWindow(1000)),
                GIT.toArray(String[]::new)));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.isSuccess()).isTrue();
        assertThat(writes(simulator)).as("no import for it").isEmpty();
        Check connection = Checks.of(report, CheckId.AIKIDO_CONNECTION);
        assertThat(connection.status()).isEqualTo(CheckStatus.WARNING);
        assertThat(connection.message()).isEqualTo("Aikido does not list the TFVC repository \"$/Shop Front\".");
        assertThat(connection.fix()).startsWith("Add it once in Aikido's web page");
        assertThat(runs.status(request(simulator).failOnDrift(true).build()).isSuccess())
                .isTrue();
    }

    @Test
    void deactivatesWhatIsExcludedWhenPruning() {
        Simulator simulator = simulators.start(imported(Setup.shop(), GIT.toArray(String[]::new)));
        ConnectReport kept =
                runs.connect(request(simulator).excludes(List.of("*-assets")).build());
        assertThat(kept.isSuccess()).isTrue();
        assertThat(repository(kept, "shop-assets").result()).isEqualTo(Result.SKIPPED);
        assertThat(simulator.workspace().monitored()).hasSize(4);

        ConnectReport pruned = runs.connect(request(simulator)
                .excludes(List.of("*-assets"))
                .prune(true)
                .pruneLimit(25)
                .build());
        assertThat(pruned.isSuccess()).isTrue();
        assertThat(pruned.summary().deactivated()).isEqualTo(1);
        assertThat(simulator.workspace().monitored())
                .doesNotContain("shop-assets")
                .hasSize(3);
    }

    @Test
    void deactivatesNothingAboveTheLimitAndDoesTheRest() {
        Simulator simulator = simulators.start(imported(Setup.shop(), "shop-api", "shop-assets"));
        ConnectReport report = runs.connect(
                request(simulator).excludes(List.of("shop-a*")).prune(true).build());
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(codes(report)).containsExactly(ProblemCode.PRUNE_LIMIT);
        assertThat(report.problems().get(0).message())
                .isEqualTo("Pruning would deactivate 2 of the project's 2 monitored repositories, more than 20 %."
                        + " None was deactivated.");
        assertThat(simulator.workspace().monitored()).containsExactlyElementsOf(GIT);
    }

    @Test
    void changesNothingWhenNothingIsSelectedNotEvenByPruning() {
        Simulator simulator = simulators.start(imported(Setup.shop(), "shop-web"));
        ConnectReport report = runs.connect(request(simulator)
                .excludes(List.of("*"))
                .prune(true)
                .pruneLimit(100)
                .build());
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(report)).containsExactly(ProblemCode.NO_REPOSITORY_SELECTED);
        assertThat(writes(simulator)).isEmpty();
        assertThat(report.summary()).isEqualTo(new ProjectReport.Summary(6, 0, 0, 0, 0, 6, 0));
    }

    @Test
    void refusesAnInvalidGlobBeforeItCallsAnybody(Simulator simulator) {
        ConnectReport report =
                runs.connect(request(simulator).includes(List.of("shop-[")).build());
        assertThat(codes(report)).containsExactly(ProblemCode.CONFIGURATION);
        assertThat(report.problems().get(0).message())
                .isEqualTo("\"shop-[\" is not a valid glob: the class that begins with [ has no end.");
        assertThat(simulator.exchanges()).isEmpty();
    }
}
