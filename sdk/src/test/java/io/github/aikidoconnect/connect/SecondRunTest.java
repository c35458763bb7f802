package io.github.aikidoconnect.connect;

import static io.github.aikidoconnect.testing.Setup.request;
import static io.github.aikidoconnect.testing.Setup.writes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondRunTest {

    @RegisterExtension
    final SimulatorExtension simulators =
            SimulatorExtension.of(Scenario.shop().workspace(workspace -> workspace.withCallsPerWindow(1000)));

    private final Runs runs = Runs.create();

    @Test
    void takesFourCallsAndChangesNothing(Simulator simulator) {
        assertThat(runs.connect(request(simulator).build()).isSuccess()).isTrue();
        int callsBefore = simulator.calls().aikido();
        int writesBefore = writes(simulator).size();

        ConnectReport second = runs.connect(request(simulator).build());

        assertThat(second.isSuccess()).isTrue();
        assertThat(second.calls().aikido()).isLessThanOrEqualTo(4);
        assertThat(simulator.calls().aikido() - callsBefore)
                .isEqualTo(second.calls().aikido());
        assertThat(writes(simulator)).hasSize(writesBefore);
        assertThat(second.summary()).isEqualTo(new ProjectReport.Summary(7, 7, 4, 0, 0, 3, 0));
        assertThat(second.repositories()).noneMatch(repository -> repository.action() == Action.ACTIVATE);
    }

    @Test
    void reportsTheSameAsAStatus(Simulator simulator) {
        runs.connect(request(simulator).build());
        assertThat(runs.connect(request(simulator).build()).repositories())
                .isEqualTo(runs.status(request(simulator).build()).repositories());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 199, 200, 201, 400, 401})
    void takesOneCallMoreForEachFullPage(int repositories) {
        Simulator simulator = simulators.start(Setup.large(repositories, true));
        ConnectReport report = runs.connect(request(simulator).build());
        int pages = (repositories + 199) / 200;
        assertThat(report.summary().alreadyMonitored()).isEqualTo(repositories);
        assertThat(simulator.calls().aikido()).isLessThanOrEqualTo(pages + 3);
        assertThat(writes(simulator)).isEmpty();
    }
}
