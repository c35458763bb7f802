package io.github.aikidoconnect.settings;

import static io.github.aikidoconnect.testing.Wanted.all;
import static io.github.aikidoconnect.testing.Wanted.listed;
import static io.github.aikidoconnect.testing.Wanted.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.Sensitivity;
import io.github.aikidoconnect.SettingReport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Wanted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Aikido should know about repositories is compared, set, and set back. */
class SettingsTest {

    private static final Scenario TWO_OF_THREE = Setup.imported(Setup.shop(), "shop-web", "shop-api");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(TWO_OF_THREE);

    private final Runs runs = Runs.withoutPauses();

    @Test
    void setsWhatDiffersAfterTheActivations(Simulator simulator) {
        ConnectReport report = runs.connect(request(simulator, listed()));

        assertThat(report.outcome()).as(report.toText()).isEqualTo(Outcome.SUCCESS);
        assertThat(simulator.workspace().monitored()).hasSize(4);
        assertThat(simulator.workspace().repositories())
                .filteredOn(repository -> Boolean.TRUE.equals(repository.active()))
                .allSatisfy(repository -> {
                    assertThat(repository.sensitivity()).isEqualTo("sensitive");
                    assertThat(repository.connectivity()).isEqualTo("not_connected");
                    assertThat(repository.labels())
                            .extracting(CodeRepository.Label::name)
                            .containsExactly("azure:Shop Front");
                });
        RepositoryReport web = Wanted.of(report, "shop-web");
        assertThat(web.action()).isEqualTo(Action.UPDATE);
        assertThat(web.result()).isEqualTo(Result.DONE);
        assertThat(web.settings())
                .containsExactly(
                        new SettingReport("sensitivity", "no_data", "sensitive", Result.DONE),
                        new SettingReport("connectivity", "unknown", "not_connected", Result.DONE),
                        new SettingReport("labels", null, "azure:Shop Front", Result.DONE));
        assertThat(Wanted.of(report, "shop-assets").action()).isEqualTo(Action.ACTIVATE);
        List<String> writes = Setup.writes(simulator);
        assertThat(writes).hasSize(2 + 4 * 3);
        assertThat(writes.subList(0, 2)).allMatch(call -> call.contains("/activate"));
    }

    @Test
    void addsNoLabelWhereTheListDoesNotContainLabels(Simulator simulator) {
        CodeRepository web = Wanted.of(simulator, "shop-web");
        simulator
                .faults()
                .always(
                        Match.path("**" + Setup.LIST).withQuery("page=0"),
                        Fault.answer(
                                200, "application/json", """
                                [{"id": %d, "name": "shop-web", "provider": "azure_devops", "active": true,
                                  "external_repo_id": "%s", "url": "%s", "last_scanned_at": 1795003200,
                                  "sensitivity": "sensitive", "connectivity": "not_connected"}]
                                """.formatted(web.id(), web.externalRepoId(), web.url())));

        ConnectReport report = runs.connect(request(simulator, listed()).toBuilder()
                .includes(List.of("shop-web"))
                .build());

        assertThat(report.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "Aikido's list does not contain the labels of \"shop-web\", so that no label was added.");
        assertThat(Setup.writes(simulator)).isEmpty();
    }

    @Test
    void takesNoCallMoreInASecondRun(Simulator simulator) {
        runs.connect(request(simulator, listed()));
        int before = simulator.exchanges().size();
        runs.connect(Setup.request(simulator).build());
        List<String> without = Wanted.aikidoCallsSince(simulator, before);
        before = simulator.exchanges().size();

        ConnectReport second = runs.connect(request(simulator, listed()));

        assertThat(Wanted.aikidoCallsSince(simulator, before)).containsExactlyInAnyOrderElementsOf(without);
        assertThat(second.repositories()).noneMatch(repository -> repository.action() == Action.UPDATE);
        assertThat(second.repositories())
                .allMatch(repository -> repository.settings().isEmpty());
    }

    @Test
    void setsBackWhatAPersonChangedAndSaysFromWhat(Simulator simulator) {
        runs.connect(request(simulator, listed()));
        simulator.workspace().change("shop-web", web -> web.withSensitivity("extreme"));

        ConnectReport report = runs.connect(request(simulator, listed()));

        assertThat(Wanted.of(report, "shop-web").settings())
                .containsExactly(new SettingReport("sensitivity", "extreme", "sensitive", Result.DONE));
        assertThat(report.toText())
                .contains("sensitivity from extreme to sensitive")
                .contains("1 updated");
        assertThat(Wanted.of(simulator, "shop-web").sensitivity()).isEqualTo("sensitive");
    }

    @Test
    void touchesNothingThatIsNotNamed(Simulator simulator) {
        simulator
                .workspace()
                .change(
                        "shop-web",
                        web -> web.withSensitivity("extreme")
                                .withLabels(List.of(new CodeRepository.Label(7, "by hand", false))));

        runs.connect(request(simulator, all(settings -> settings.labels(List.of("azure:{organization}")))));

        CodeRepository web = Wanted.of(simulator, "shop-web");
        assertThat(web.sensitivity()).isEqualTo("extreme");
        assertThat(web.connectivity()).isEqualTo("unknown");
        assertThat(web.labels()).extracting(CodeRepository.Label::name).containsExactly("by hand", "azure:contoso");
    }

    @Test
    void letsALaterEntryWinValueByValue(Simulator simulator) {
        runs.connect(request(
                simulator,
                listed(),
                all(settings -> settings.repositories(List.of("*-API")).sensitivity(Sensitivity.EXTREME))));

        assertThat(Wanted.of(simulator, "shop-web").sensitivity()).isEqualTo("sensitive");
        assertThat(Wanted.of(simulator, "shop-api").sensitivity()).isEqualTo("extreme");
        assertThat(Wanted.of(simulator, "shop-api").connectivity()).isEqualTo("not_connected");
    }

    @Test
    void leavesAloneWhatItDoesNotMonitor() {
        Simulator simulator = simulators.start(TWO_OF_THREE.workspace(workspace ->
                workspace.withRepositories(workspace.repositories().stream()
                        .map(repository ->
                                repository.name().equals("shop-assets") ? repository.switchedOff() : repository)
                        .toList())));

        ConnectReport report =
                runs.connect(Wanted.with(Setup.request(simulator).excludes(List.of("shop-api")), listed())
                        .build());

        assertThat(Wanted.of(simulator, "shop-assets").sensitivity()).isEqualTo("no_data");
        assertThat(Wanted.of(simulator, "shop-api").sensitivity()).isEqualTo("no_data");
        assertThat(Wanted.of(report, "shop-api").settings()).isEmpty();
    }

    @Test
    void setsWhatAnImportBrings() {
        Simulator simulator = simulators.start(Setup.shop().imports(imports -> imports.withDelayMillis(0)));

        ConnectReport report = runs.connect(request(simulator, listed()));

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Wanted.of(report, "shop-web").settings())
                .contains(new SettingReport("sensitivity", "no_data", "sensitive", Result.DONE));
        assertThat(Wanted.of(simulator, "shop-web").sensitivity()).isEqualTo("sensitive");
    }

    @Test
    void onlyPlansInADryRun(Simulator simulator) {
        ConnectReport report = runs.plan(request(simulator, listed()));

        assertThat(Setup.writes(simulator)).isEmpty();
        RepositoryReport web = Wanted.of(report, "shop-web");
        assertThat(web.action()).isEqualTo(Action.UPDATE);
        assertThat(web.result()).isEqualTo(Result.PLANNED);
        assertThat(web.reason())
                .contains("To change: sensitivity from no_data to sensitive, connectivity from unknown");
        assertThat(web.monitored()).isTrue();
        assertThat(report.toText()).contains("to update", "2 to update");
        assertThat(report.toMarkdown()).contains("update", "no&#95;data to sensitive");
        assertThat(report.toHtml()).contains("to update", "sensitivity from no_data to sensitive");
    }

    @Test
    void showsDriftInAStatusAndFailsOnlyWhereThatIsRequested(Simulator simulator) {
        runs.connect(request(simulator, listed()));
        simulator.workspace().change("shop-web", web -> web.withSensitivity("extreme"));
        ConnectRequest request = request(simulator, listed());
        int writes = Setup.writes(simulator).size();

        ConnectReport status = runs.status(request);
        ConnectReport failing =
                runs.status(request.toBuilder().failOnDrift(true).build());

        assertThat(status.isSuccess()).isTrue();
        assertThat(Wanted.of(status, "shop-web").settings())
                .containsExactly(new SettingReport("sensitivity", "extreme", "sensitive", Result.PLANNED));
        assertThat(failing.problems())
                .extracting(Problem::message)
                .containsExactly("The settings of these repositories in Aikido differ from the requested ones:"
                        + " \"shop-web\".");
        assertThat(Setup.writes(simulator)).hasSize(writes);
    }

    @Test
    void setsDevelopmentDependenciesOnlyWithAnActivation(Simulator simulator) {
        ConnectRequest request = request(simulator, all(settings -> settings.devDependencies(false)));

        ConnectReport first = runs.connect(request);
        ConnectReport second = runs.connect(request);

        assertThat(Setup.calls(simulator, "PUT", "/devdep-scan")).hasSize(2);
        assertThat(simulator
                        .workspace()
                        .settings()
                        .devDependencies(Wanted.of(simulator, "shop-assets").id()))
                .contains(false);
        assertThat(simulator
                        .workspace()
                        .settings()
                        .devDependencies(Wanted.of(simulator, "shop-web").id()))
                .isEmpty();
        assertThat(Wanted.of(first, "shop-assets").settings())
                .containsExactly(new SettingReport("devDependencies", null, "false", Result.DONE));
        assertThat(second.repositories())
                .allMatch(repository -> repository.settings().isEmpty());
        assertThat(runs.status(request).repositories())
                .allMatch(repository -> repository.settings().isEmpty());
    }

    @Test
    void addsExcludedPathsAndReadsAPageOnlyWhereTheyAreNamed(Simulator simulator) {
        ConnectRequest request = request(
                simulator,
                listed(),
                all(settings ->
                        settings.repositories(List.of("shop-web")).excludePaths(List.of("generated/", "docs"))));

        ConnectReport first = runs.connect(request);
        long web = Wanted.of(simulator, "shop-web").id();
        ConnectReport second = runs.connect(request);

        assertThat(simulator.workspace().settings().excludedPaths(web)).containsExactly("generated/", "docs");
        assertThat(Wanted.of(first, "shop-web").settings())
                .contains(new SettingReport("excludePaths", null, "docs", Result.DONE));
        assertThat(Wanted.of(second, "shop-web").settings()).isEmpty();
        assertThat(Setup.calls(simulator, "GET", "/repositories/code/" + web)).hasSize(2);
        assertThat(simulator.exchanges())
                .filteredOn(exchange -> exchange.path().matches(".*/repositories/code/\\d+"))
                .hasSize(2);
    }

    @Test
    void comparesExcludedPathsInAStatus(Simulator simulator) {
        ConnectReport report =
                runs.status(request(simulator, all(settings -> settings.excludePaths(List.of("generated/")))));

        assertThat(Wanted.of(report, "shop-web").settings())
                .containsExactly(new SettingReport("excludePaths", null, "generated/", Result.PLANNED));
        assertThat(Setup.writes(simulator)).isEmpty();
    }
}
