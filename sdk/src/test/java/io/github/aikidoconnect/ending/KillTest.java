package io.github.aikidoconnect.ending;

import static io.github.aikidoconnect.testing.KilledRuns.asked;
import static io.github.aikidoconnect.testing.KilledRuns.done;
import static io.github.aikidoconnect.testing.Setup.imported;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.KilledRuns;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

    private static KilledRuns<Moment> killed;

    /** Where a run is when it is killed. */
    enum Moment {
        ORGANIZATION_ASKED_FOR(asked("**/resourceAreas/*", 0)),
        REPOSITORIES_ASKED_FOR(asked("**/git/repositories", 0)),
        ACCESS_TOKEN_ASKED_FOR(asked("**/oauth/token", 0)),
        ACCESS_TOKEN_MADE(done("**/oauth/token", 0)),
        WORKSPACE_ASKED_FOR(asked("**/workspace", 0)),
        FIRST_PAGE_ASKED_FOR(asked("**/repositories/code", 0)),
        LAST_PAGE_ASKED_FOR(asked("**/repositories/code", 1)),
        IMPORT_ASKED_FOR(asked("**/repositories/import", 0)),
        IMPORT_STARTED(done("**/repositories/import", 0)),
        FIRST_ACTIVATION_ASKED_FOR(asked("**/activate", 0)),
        FIRST_ACTIVATION_DONE(done("**/activate", 0)),
        SECOND_ACTIVATION_ASKED_FOR(asked("**/activate", 1)),
        SECOND_ACTIVATION_DONE(done("**/activate", 1)),
        DEACTIVATION_ASKED_FOR(asked("**/deactivate", 0)),
        DEACTIVATION_DONE(done("**/deactivate", 0)),
        ARRIVALS_ASKED_FOR(asked("**/repositories/code", 2)),
        THIRD_ACTIVATION_ASKED_FOR(asked("**/activate", 2)),
        THIRD_ACTIVATION_DONE(done("**/activate", 2)),
        LAST_ACTIVATION_ASKED_FOR(asked("**/activate", 3)),
        LAST_ACTIVATION_DONE(done("**/activate", 3));

        @SuppressWarnings("ImmutableEnumChecker") // A record of values.
        private final FaultRule hang;

        Moment(FaultRule hang) {
            this.hang = hang;
        }
    }

    @BeforeAll
    static void kill(@TempDir Path folder) throws Exception {
        Path shared = folder.resolve("shared");
        killed = KilledRuns.at(
                Moment.class,
                moment -> moment.hang,
                halfImported(),
                folder,
                Map.of("exclude", LEGACY, "shared", shared.toString()));
    }

    @AfterAll
    static void close() {
        killed.close();
    }

    @ParameterizedTest
    @EnumSource
    void theNextRunFinishesWhatAKilledOneBegan(Moment moment) {
        Simulator simulator = killed.simulator(moment);

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
