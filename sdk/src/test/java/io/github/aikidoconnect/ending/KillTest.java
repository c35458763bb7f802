package io.github.aikidoconnect.ending;

import static io.github.aikidoconnect.testing.Setup.imported;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.OtherProcess;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process is killed in the middle of its run, and the next run finishes. The moment is a call that gets no answer,
 * before or after the service has done what it was asked: so it is the same moment however slow the machine is.
 */
class KillTest {

    private static final String LEGACY = "shop-legacy";
    private static final List<String> SELECTED = List.of("Zahlungs Übersicht", "shop-api", "shop-assets", "shop-web");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(halfImported());

    @TempDir
    private Path folder;

    /** Where a run is when it is killed. */
    enum Moment {
        ORGANIZATION_ASKED_FOR("**/resourceAreas/*", 0, false),
        REPOSITORIES_ASKED_FOR("**/git/repositories", 0, false),
        ACCESS_TOKEN_ASKED_FOR("**/oauth/token", 0, false),
        ACCESS_TOKEN_MADE("**/oauth/token", 0, true),
        WORKSPACE_ASKED_FOR("**/workspace", 0, false),
        FIRST_PAGE_ASKED_FOR("**/repositories/code", 0, false),
        LAST_PAGE_ASKED_FOR("**/repositories/code", 1, false),
        IMPORT_ASKED_FOR("**/repositories/import", 0, false),
        IMPORT_STARTED("**/repositories/import", 0, true),
        FIRST_ACTIVATION_ASKED_FOR("**/activate", 0, false),
        FIRST_ACTIVATION_DONE("**/activate", 0, true),
        SECOND_ACTIVATION_ASKED_FOR("**/activate", 1, false),
        SECOND_ACTIVATION_DONE("**/activate", 1, true),
        DEACTIVATION_ASKED_FOR("**/deactivate", 0, false),
        DEACTIVATION_DONE("**/deactivate", 0, true),
        ARRIVALS_ASKED_FOR("**/repositories/code", 2, false),
        THIRD_ACTIVATION_ASKED_FOR("**/activate", 2, false),
        THIRD_ACTIVATION_DONE("**/activate", 2, true),
        LAST_ACTIVATION_ASKED_FOR("**/activate", 3, false),
        LAST_ACTIVATION_DONE("**/activate", 3, true);

        private final String path;
        private final int earlier;
        private final boolean effect;

        Moment(String path, int earlier, boolean effect) {
            this.path = path;
            this.earlier = earlier;
            this.effect = effect;
        }

        FaultRule hang() {
            return new FaultRule(Match.path(path), Fault.hang().withEffect(effect), earlier, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNextRunFinishesWhatAKilledOneBegan(Moment moment, Simulator simulator) throws Exception {
        simulator.faults().add(moment.hang());
        Properties settings = new Properties();
        settings.setProperty("exclude", LEGACY);
        settings.setProperty("shared", folder.resolve("shared").toString());
        OtherProcess process = OtherProcess.start(simulator, folder, settings);
        while (simulator.exchanges().stream().noneMatch(Exchange::faulted)) {
            assertThat(process.isAlive()).as(process.output()).isTrue();
            TimeUnit.MILLISECONDS.sleep(5);
        }
        process.kill();
        simulator.faults().clear();

        ConnectReport report = connect(simulator);

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().monitored()).isEqualTo(SELECTED);
        assertThat(simulator.exchanges())
                .as("nothing that was done is done again")
                .noneMatch(exchange -> exchange.responseBody().matches(".*was_already_(de)?activated\":1.*"));
        assertThat(simulator.workspace().imports()).isEqualTo(1);
        List<String> writes = Setup.writes(simulator);
        assertThat(connect(simulator).isSuccess()).isTrue();
        assertThat(Setup.writes(simulator)).as("a third run has nothing to do").isEqualTo(writes);
    }

    private static ConnectReport connect(Simulator simulator) {
        return Runs.create()
                .connect(Setup.request(simulator)
                        .excludes(List.of(LEGACY))
                        .prune(true)
                        .pruneLimit(100)
                        .build());
    }

    /** Two to activate, two to import and activate, and one to deactivate. */
    private static Scenario halfImported() {
        Scenario all = imported(
                Setup.shop()
                        .project(Shop.PROJECT, project -> {
                            List<GitRepository> more = new ArrayList<>(project.repositories());
                            more.add(GitRepository.of(LEGACY));
                            return project.withRepositories(more);
                        })
                        .imports(imports -> imports.withDelayMillis(0)),
                LEGACY);
        return all.workspace(workspace -> workspace.withRepositories(workspace.repositories().stream()
                .filter(repository -> List.of("shop-web", "shop-api", LEGACY).contains(repository.name()))
                .toList()));
    }
}
