package io.github.aikidoconnect.status;

import static io.github.aikidoconnect.testing.Checks.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The TFVC repository of a project in the list, and the answers that it is found by. */
class ListTfvcTest {

    private static final String ITEMS = "**/tfvc/items";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    private final Runs runs = Runs.create();

    @Test
    void findsNoTfvcWhereTheProjectHasNone(Simulator simulator) {
        ConnectReport report =
                runs.list(Runs.shop(simulator).project(Shop.OTHER_PROJECT).build());

        assertThat(report.repositories())
                .extracting(RepositoryReport::name)
                .containsExactlyInAnyOrder("pay-core", "pay-gateway");
        assertThat(simulator.exchanges()).noneMatch(exchange -> exchange.path().endsWith("/tfvc/items"));
    }

    @Test
    void listsAProjectThatHasOnlyTfvc() {
        Simulator simulator = simulators.start(Scenario.shop()
                .project(
                        Shop.OTHER_PROJECT,
                        p -> p.withGitEnabled(false).withTfvcEnabled(true).withSourceControlType("Tfvc")));

        ConnectReport report =
                runs.list(Runs.shop(simulator).project(Shop.OTHER_PROJECT).build());

        assertThat(report.repositories())
                .extracting(RepositoryReport::name, RepositoryReport::secretScanning)
                .containsExactly(tuple("$/Payments", false));
    }

    @Test
    void takesATfvcRepositoryWithoutItsRootForEmpty(Simulator simulator) {
        simulator.faults().always(Match.path(ITEMS), Fault.answer(404));

        assertThat(repository(runs.list(Runs.shop(simulator).build()), "$/Shop Front")
                        .state())
                .isEqualTo(RepositoryState.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404})
    void looksForTfvcWhereTheProjectDoesNotSay(int answer, Simulator simulator) {
        simulator
                .faults()
                .always(
                        Match.path("/azure/contoso/_apis/projects/*"),
                        Fault.answer(
                                200,
                                "application/json",
                                "{\"id\":\"" + Shop.PROJECT_ID
                                        + "\",\"name\":\"Shop Front\",\"state\":\"wellFormed\"}"));
        simulator.faults().always(Match.path(ITEMS), Fault.answer(answer, "application/json", "{\"value\":[]}"));

        ConnectReport report = runs.list(Runs.shop(simulator).build());

        assertThat(report.repositories())
                .filteredOn(repository -> repository.kind() == RepositoryKind.TFVC)
                .hasSize(answer == 200 ? 1 : 0);
        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void listsTfvcThatTheTokensOwnerMayNotRead(Simulator simulator) {
        simulator.faults().always(Match.path(ITEMS), Fault.answer(403));

        ConnectReport report = runs.list(Runs.shop(simulator).build());

        assertThat(report.repositories()).hasSize(7);
        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void losesNoGitRepositoryToATfvcThatFails(Simulator simulator) {
        simulator.faults().always(Match.path(ITEMS), Fault.answer(501));

        ConnectReport report = runs.list(Runs.shop(simulator).build());

        assertThat(report.repositories()).hasSize(7);
        assertThat(Checks.status(report, CheckId.PROJECT)).isEqualTo(CheckStatus.WARNING);
        assertThat(Checks.text(report, CheckId.PROJECT)).contains("TFVC", "HTTP 501");
    }
}
