package io.github.aikidoconnect.connect;

import static io.github.aikidoconnect.testing.Checks.repository;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static io.github.aikidoconnect.testing.Setup.writes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.ScanState;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Repositories that Aikido has scanned and that are off now: somebody switched them off, or they were split by path. */
class SwitchedOffTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(off("shop-api"));

    private final Runs runs = Runs.withoutPauses();

    /** Everything is monitored but one repository, which is switched off. */
    private static Scenario off(String name) {
        return changed(
                imported(Setup.shop(), "shop-web", "shop-api", "shop-assets", "Zahlungs Übersicht"),
                name,
                CodeRepository::switchedOff);
    }

    private static Scenario changed(Scenario scenario, String name, UnaryOperator<CodeRepository> change) {
        return scenario.workspace(workspace -> workspace.withRepositories(workspace.repositories().stream()
                .map(repository -> repository.name().equals(name) ? change.apply(repository) : repository)
                .toList()));
    }

    /** Adds the parts of a repository that was split by path. */
    private static Scenario split(Scenario scenario, UnaryOperator<CodeRepository> each) {
        return scenario.workspace(workspace -> {
            List<CodeRepository> all = new ArrayList<>(workspace.repositories());
            CodeRepository original = all.stream()
                    .filter(repository -> repository.name().equals("shop-api"))
                    .findFirst()
                    .orElseThrow();
            for (int part = 1; part <= 2; part++) {
                all.add(each.apply(original.withId(500 + part).withActive(true)));
            }
            return workspace.withRepositories(all);
        });
    }

    @Test
    void connectLeavesThemOffAndSaysSo(Simulator simulator) {
        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(writes(simulator)).isEmpty();
        assertThat(report.isSuccess()).isTrue();
        RepositoryReport row = repository(report, "shop-api");
        assertThat(row.action()).isEqualTo(Action.SKIP);
        assertThat(row.result()).isEqualTo(Result.SKIPPED);
        assertThat(row.reason()).startsWith("It was switched off in Aikido after its last scan on 2026-11-18.");
        assertThat(report.summary()).isEqualTo(new ProjectReport.Summary(6, 6, 3, 0, 0, 3, 0));
    }

    @Test
    void theOriginalOfASplitRepositoryStaysOffBesideItsParts() {
        // Whether the parts have the id of the original is not documented: with it, with its address alone, with a form
        // of the id that is no GUID.
        List<UnaryOperator<CodeRepository>> forms = List.of(
                part -> part,
                part -> part.withExternalRepoId(null),
                part -> part.withExternalRepoId(part.externalRepoId() + ":services/" + part.id()));
        for (UnaryOperator<CodeRepository> form : forms) {
            Simulator simulator = simulators.start(split(off("shop-api"), form));

            ConnectReport report =
                    runs.connect(request(simulator).prune(true).pruneLimit(100).build());

            assertThat(writes(simulator)).isEmpty();
            assertThat(report.isSuccess()).isTrue();
            assertThat(report.repositories())
                    .filteredOn(row -> row.name().equals("shop-api"))
                    .hasSize(1);
            assertThat(report.repositories()).hasSize(6);
        }
    }

    @Test
    void whatWasNeverScannedIsNewAndIsActivated() {
        Simulator simulator = simulators.start(imported(Setup.shop(), "shop-web"));

        runs.connect(request(simulator).build());

        assertThat(simulator.workspace().monitored())
                .containsExactly("Zahlungs Übersicht", "shop-api", "shop-assets", "shop-web");
    }

    @Test
    void reactivateActivatesThem(Simulator simulator) {
        ConnectReport report = runs.connect(request(simulator).reactivate(true).build());

        assertThat(repository(report, "shop-api").action()).isEqualTo(Action.ACTIVATE);
        assertThat(simulator.workspace().monitored()).contains("shop-api");
    }

    @Test
    void reactivateStillLeavesTheOriginalOfASplitRepositoryOff() {
        Simulator simulator = simulators.start(split(off("shop-api"), part -> part));

        runs.connect(request(simulator).reactivate(true).build());

        assertThat(writes(simulator)).isEmpty();
    }

    @Test
    void whatMayBeNewOrOffOnPurposeStaysOffAndIsAProblem() {
        Simulator simulator =
                simulators.start(changed(off("shop-api"), "shop-api", entry -> entry.withLastScannedAt(null)));

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(writes(simulator)).isEmpty();
        assertThat(report.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "[PARTIAL] Aikido does not report whether it scanned \"shop-api\" before. They were not"
                                + " activated, because they may have been switched off on purpose. Activate them in Aikido's web"
                                + " page, or activate everything that is off with ConnectRequest.reactivate.");
        assertThat(repository(report, "shop-api").inAikido())
                .extracting(RepositoryReport.InAikido::scanState)
                .isEqualTo(ScanState.UNKNOWN);
    }

    @Test
    void statusShowsThemWithoutTakingThemForDrift(Simulator simulator) {
        ConnectReport report = runs.status(request(simulator).failOnDrift(true).build());

        assertThat(report.isSuccess()).isTrue();
        assertThat(report.toText())
                .contains("  switched off in Aikido  shop-api ")
                .contains("Status: success. 3 of 6 selected repositories monitored, 0 missing, 1 switched off in "
                        + "Aikido, 0 stale (");
        Document page = Jsoup.parse(report.toHtml());
        assertThat(page.select("#rows tbody tr").get(0).text())
                .startsWith(
                        "shop-api git skip – switched off in Aikido It was switched off in Aikido after its last scan on")
                .endsWith("In Aikido: last scan 2026-11-18 12:00 UTC · sensitivity no_data · connectivity unknown");
    }

    @Test
    void thePagesOfAStatusAndOfACoverageCountAlike(Simulator simulator) {
        String status = Jsoup.parse(runs.status(request(simulator).build()).toHtml())
                .select(".lead")
                .text();

        assertThat(status).isEqualTo("Aikido monitors 3 of 4 repositories, 75%.");
        assertThat(Jsoup.parse(coverage(simulator).toHtml()).select(".lead").text())
                .isEqualTo(status + " Connected: 0 of 1 project.");
    }

    private ConnectReport coverage(Simulator simulator) {
        return runs.coverage(OrganizationRequest.builder(common(simulator).build())
                .project(
                        Shop.PROJECT,
                        (settings, project) ->
                                settings.aikidoClient(Secret.of(Shop.CLIENT_ID), Secret.of(Shop.CLIENT_SECRET)))
                .build());
    }

    private static ConnectRequest.Builder common(Simulator simulator) {
        return request(simulator).project(Shop.PROJECT).aikidoClient(null, null);
    }

    @Test
    void whatIsExcludedAndOffIsNoSuchRepository(Simulator simulator) {
        ConnectReport report =
                runs.status(request(simulator).excludes(List.of("shop-api")).build());

        assertThat(repository(report, "shop-api").reason()).isEqualTo("An exclude matches it.");
        assertThat(repository(report, "shop-api").switchedOff()).isFalse();
    }

    @Test
    void coverageShowsThem(Simulator simulator) {
        ConnectReport report = coverage(simulator);

        assertThat(report.toText())
                .contains("partial  Shop Front  3 of 4 repositories, 1 switched off in Aikido")
                .contains("Shop Front  shop-api  It was switched off in Aikido after its last scan on 2026-11-18.");
        assertThat(Jsoup.parse(report.toHtml()).select("#rows tbody tr").eachText())
                .anyMatch(row -> row.contains("shop-api git skip – switched off in Aikido"));
    }
}
