package io.github.aikidoconnect.status;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.repository;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static io.github.aikidoconnect.testing.Setup.writes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is said without anything being changed: a status, a plan, a check, a list. */
class StatusTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(imported(Setup.shop(), "shop-web", "shop-api"));

    private final Runs runs = Runs.create();

    @Test
    void changesNothingWhateverIsAskedFor(Simulator simulator) {
        ConnectRequest everything = request(simulator)
                .prune(true)
                .pruneLimit(100)
                .excludes(List.of("shop-api"))
                .scan(true)
                .handover(Handover.ALWAYS)
                .build();
        runs.status(everything);
        runs.plan(everything);
        runs.connect(everything.toBuilder().dryRun(true).build());
        runs.check(everything);
        runs.list(everything);
        runs.list(everything.toBuilder().project(null).build());
        assertThat(writes(simulator)).isEmpty();
        assertThat(simulator.workspace().monitored()).containsExactly("shop-api", "shop-web");
    }

    @Test
    void saysWhatIsMonitoredMissingAndStale(Simulator simulator) {
        ConnectReport report =
                runs.status(request(simulator).excludes(List.of("shop-api")).build());
        assertThat(report.isSuccess()).isTrue();
        assertThat(repository(report, "shop-web").action()).isEqualTo(Action.NONE);
        assertThat(repository(report, "shop-assets").result()).isEqualTo(Result.PLANNED);
        assertThat(repository(report, "shop-api").action()).isEqualTo(Action.DEACTIVATE);
        assertThat(repository(report, "shop-api").result()).isEqualTo(Result.SKIPPED);
        assertThat(report.toText())
                .contains("Status: success. 1 of 5 selected repositories monitored, 2 missing, 1 stale (");
    }

    @Test
    void namesTheSettingByWhichAikidoMayHaveActivatedAnExcludedRepository(Simulator simulator) {
        ConnectReport report =
                runs.status(request(simulator).excludes(List.of("shop-api")).build());
        assertThat(repository(report, "shop-api").reason())
                .isEqualTo(
                        "An exclude matches it, but Aikido monitors it. Aikido's setting \"Automatically activate new"
                                + " repos\" may have activated it. Pruning would deactivate it.");
    }

    @Test
    void failsOnDriftWhereAskedTo(Simulator simulator) {
        ConnectReport report = runs.status(request(simulator).failOnDrift(true).build());
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(codes(report)).containsExactly(ProblemCode.PARTIAL);
        assertThat(report.problems().get(0).message())
                .isEqualTo("These repositories are missing, stale or not up to date in Aikido: \"Zahlungs "
                        + "Übersicht\", \"shop-assets\".");
    }

    @Test
    void findsNoDriftWhereAllIsAsItShouldBe(Simulator simulator) {
        ConnectReport report = runs.status(request(simulator)
                .includes(List.of("shop-web", "shop-api", "shop-new", "shop-archive"))
                .failOnDrift(true)
                .build());
        assertThat(report.isSuccess()).isTrue();
    }

    @Test
    void takesWhatIsGoneFromAzureDevOpsForDrift() {
        Simulator simulator = simulators.start(gone());
        ConnectReport report = runs.status(request(simulator)
                .includes(List.of("shop-web"))
                .failOnDrift(true)
                .build());
        assertThat(report.problems().get(0).message()).contains("\"shop-gone\"");
        RepositoryReport row = repository(report, "shop-gone");
        assertThat(row.state()).isNull();
        assertThat(row.id()).isEqualTo("99999999-1c8e-4a7e-9d55-6f7a8b9c0d09");
        assertThat(row.url()).isEqualTo("https://dev.azure.com/contoso/Shop%20Front/_git/shop-gone");
        assertThat(report.summary().found()).isEqualTo(6);
    }

    /** Aikido stores the address as it was entered. */
    @Test
    void showsNoPasswordInTheAddressOfAStaleRepository() {
        Simulator simulator = simulators.start(gone(
                "https://kim:fakePassword@dev.azure.com/contoso/Shop%20Front/_git/shop-gone?token=fakeToken#fakeKey"));

        ConnectReport report = runs.status(request(simulator).build());

        assertThat(repository(report, "shop-gone").url())
                .isEqualTo("https://dev.azure.com/contoso/Shop%20Front/_git/shop-gone");
        assertThat(report.toJson()).doesNotContain("fakePassword", "fakeToken", "fakeKey");
    }

    @Test
    void saysWhatAConnectWouldDo(Simulator simulator) {
        ConnectReport report = runs.plan(request(simulator)
                .excludes(List.of("shop-api"))
                .prune(true)
                .pruneLimit(50)
                .build());
        assertThat(report.dryRun()).isTrue();
        assertThat(report.isSuccess()).isTrue();
        assertThat(report.summary()).isEqualTo(new ProjectReport.Summary(6, 5, 1, 2, 1, 2, 0));
        assertThat(repository(report, "shop-api").result()).isEqualTo(Result.PLANNED);
        assertThat(report.toText()).contains("2 to activate, 1 to deactivate, 2 skipped, 0 failed (");
    }

    @Test
    void plansToWaitForWhatAikidoDoesNotList() {
        Simulator simulator = simulators.start(Setup.shop());
        ConnectReport report = runs.plan(request(simulator).build());
        assertThat(repository(report, "shop-web").action()).isEqualTo(Action.WAIT);
        assertThat(repository(report, "shop-web").result()).isEqualTo(Result.PLANNED);
        assertThat(report.summary().activated()).isEqualTo(4);
    }

    private static Scenario gone() {
        return gone("https://dev.azure.com/contoso/Shop%20Front/_git/shop-gone");
    }

    private static Scenario gone(String url) {
        return imported(Setup.shop(), "shop-web").workspace(workspace -> {
            List<CodeRepository> repositories = new ArrayList<>(workspace.repositories());
            repositories.add(CodeRepository.of(99, "shop-gone", true, "99999999-1c8e-4a7e-9d55-6f7a8b9c0d09", url));
            return workspace.withRepositories(repositories);
        });
    }
}
