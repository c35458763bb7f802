package io.github.aikidoconnect.faults;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.repository;
import static io.github.aikidoconnect.testing.Setup.ACTIVATE;
import static io.github.aikidoconnect.testing.Setup.LIST;
import static io.github.aikidoconnect.testing.Setup.calls;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.json;
import static io.github.aikidoconnect.testing.Setup.request;
import static io.github.aikidoconnect.testing.Setup.writes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists of Aikido that hold too much, too little, or what is not known yet. */
class AikidoListsTest {

    private static final Match LISTING = Match.path("**" + LIST);
    private static final Match ACTIVATION = Match.path("**/activate");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(imported(Setup.shop()));

    private final Runs runs = Runs.withoutPauses();

    @Test
    void reportsARepositoryThatVanishesBetweenListAndActivation(Simulator simulator) {
        simulator
                .faults()
                .once(ACTIVATION, Fault.answer(404, "application/json", "{\"error\":\"Code repository not found\"}"));

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(Checks.problem(report).message()).contains("HTTP 404: Code repository not found");
        assertThat(simulator.workspace().monitored()).hasSize(3);
        assertThat(calls(simulator, "POST", ACTIVATE)).hasSize(4);
        assertThat(report.repositories()).hasSize(6);
    }

    @Test
    void activatesOnceWhatTheListHoldsTwice() {
        Scenario scenario = imported(Setup.shop()).workspace(workspace -> {
            List<CodeRepository> twice = new ArrayList<>(workspace.repositories());
            twice.addAll(workspace.repositories());
            workspace.repositories().forEach(entry -> twice.add(entry.withId(entry.id() + 1000)));
            return workspace.withRepositories(twice);
        });
        Simulator simulator = simulators.start(scenario);

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.summary().activated()).isEqualTo(4);
        assertThat(calls(simulator, "POST", ACTIVATE)).hasSize(4);
    }

    @Test
    void endsAListWhosePagesAllSayTheSame(Simulator simulator) {
        simulator.faults().always(LISTING, json("[{\"id\":1,\"name\":\"shop-web\"}]"));

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_UNAVAILABLE);
        assertThat(Checks.problem(report).message()).contains("does not end");
        assertThat(calls(simulator, "GET", LIST)).hasSizeLessThan(10);
        assertThat(writes(simulator)).isEmpty();
    }

    @Test
    void readsNullsAndUnknownValues(Simulator simulator) {
        simulator
                .faults()
                .once(
                        LISTING,
                        json("[{\"id\":1,\"name\":null,\"provider\":null,\"active\":null,\"external_repo_id\":null,"
                                + "\"url\":null,\"branch\":null},{\"id\":2,\"active\":\"sometimes\",\"url\":\"::%%\","
                                + "\"external_repo_id\":[1],\"provider\":{\"a\":1}},"
                                + "{\"id\":3,\"name\":\"shop-web\",\"provider\":\"AZURE_DEVOPS\",\"active\":false,"
                                + "\"last_scanned_at\":-1,"
                                + "\"external_repo_id\":\"11111111-1C8E-4A7E-9D55-6F7A8B9C0D01\",\"new\":[{}]}]"));
        simulator
                .faults()
                .always(
                        Match.path("**/workspace"),
                        json("{\"id\":4711,\"name\":null,\"linked_provider\":null,\"linked_provider_org_name\":null}"));
        simulator
                .faults()
                .always(
                        Match.path("**/configurationErrors"),
                        json("[{\"kind\":\"new\",\"title\":null,\"location_name\":{}}]"));

        ConnectReport report =
                runs.plan(request(simulator).includes(List.of("shop-web")).build());

        assertThat(report.problems()).as(report.toText()).isEmpty();
        assertThat(repository(report, "shop-web").action()).isEqualTo(Action.ACTIVATE);
        assertThat(repository(report, "shop-web").aikidoId()).isEqualTo(3);
        assertThat(Checks.status(report, CheckId.AIKIDO_WORKSPACE)).isEqualTo(CheckStatus.WARNING);
    }
}
