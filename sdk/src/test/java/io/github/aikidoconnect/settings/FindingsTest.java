package io.github.aikidoconnect.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Findings;
import io.github.aikidoconnect.FindingsLimits;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Issues;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The numbers of findings, and the gate of a status. */
class FindingsTest {

    private static final String COUNTS = "/issues/counts";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.large(3, true)
            .client(client -> client.with("issues:read"))
            .workspace(
                    workspace -> workspace.withIssues(List.of(new Issues(1, 1, 2, 3, 4), new Issues(3, 0, 5, 0, 0)))));

    private final Runs runs = Runs.withoutPauses();

    private static ConnectRequest.Builder request(Simulator simulator, OptionalInt maxCritical, OptionalInt maxHigh) {
        return Setup.request(simulator)
                .afterConnecting(after -> after.withFindings(new FindingsLimits(maxCritical, maxHigh)));
    }

    private static ConnectRequest.Builder request(Simulator simulator) {
        return request(simulator, OptionalInt.empty(), OptionalInt.empty());
    }

    @Test
    void areReadWithOneCallForTheWorkspace(Simulator simulator) {
        ConnectReport connect = runs.connect(request(simulator).build());
        ConnectReport status = runs.status(request(simulator).build());

        assertThat(connect.projects().get(0).findings()).isEqualTo(new Findings(1, 7, 3, 4, 15, true));
        assertThat(status.projects().get(0).findings()).isEqualTo(new Findings(1, 7, 3, 4, 15, true));
        assertThat(Setup.calls(simulator, "GET", COUNTS)).hasSize(2);
        assertThat(status.isSuccess()).isTrue();
        assertThat(status.toText()).contains("Findings: 1 critical, 7 high, 3 medium, 4 low in the workspace");
        assertThat(status.toMarkdown()).contains("Findings: 1 critical, 7 high");
        assertThat(status.toHtml()).contains("1 critical, 7 high, 3 medium, 4 low in the workspace");
    }

    @Test
    void areReadForEachRepositoryWhereSomeAreSelected(Simulator simulator) {
        ConnectReport status =
                runs.status(request(simulator).excludes(List.of("r3")).build());

        assertThat(status.projects().get(0).findings()).isEqualTo(new Findings(1, 2, 3, 4, 10, false));
        assertThat(Setup.calls(simulator, "GET", COUNTS)).hasSize(2);
        assertThat(status.toText()).contains("in the selected repositories");
    }

    @Test
    void areNotReadUnlessRequestedNorInADryRun(Simulator simulator) {
        assertThat(runs.status(Setup.request(simulator).build()).toJson()).doesNotContain("findings");
        runs.plan(request(simulator).build());

        assertThat(Setup.calls(simulator, "GET", COUNTS)).isEmpty();
    }

    @Test
    void failAStatusWhereThereAreMoreThanAllowed(Simulator simulator) {
        ConnectReport status = runs.status(
                request(simulator, OptionalInt.of(0), OptionalInt.of(6)).build());
        ConnectReport connect = runs.connect(
                request(simulator, OptionalInt.of(0), OptionalInt.of(6)).build());

        assertThat(status.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(status.problems()).extracting(Problem::code).containsOnly(ProblemCode.FINDINGS);
        assertThat(status.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "Aikido reports 1 critical finding, more than the allowed 0.",
                        "Aikido reports 7 high findings, more than the allowed 6.");
        assertThat(connect.isSuccess()).isTrue();
        assertThat(runs.status(request(simulator, OptionalInt.of(1), OptionalInt.of(7))
                                .build())
                        .isSuccess())
                .isTrue();
    }

    @Test
    void nameTheScopeThatTheyNeed() {
        Simulator simulator = simulators.start(Setup.large(1, true));

        assertThat(runs.status(request(simulator).build()).problems())
                .extracting(Problem::message)
                .containsExactly("The API client lacks the scope issues:read.");
    }

    @Test
    void areAProblemWhereANumberIsMissing(Simulator simulator) {
        simulator
                .faults()
                .always(
                        Match.path("**" + COUNTS),
                        Fault.answer(200, "application/json", "{\"issue_groups\":{\"critical\":0},\"issues\":{}}"));

        ConnectReport status = runs.status(
                request(simulator, OptionalInt.of(0), OptionalInt.empty()).build());

        assertThat(status.problems()).extracting(Problem::code).containsExactly(ProblemCode.AIKIDO_UNAVAILABLE);
        assertThat(status.projects().get(0).findings()).isNull();
    }

    @Test
    void haveALimitThatIsANumber(Simulator simulator) {
        assertThat(runs.status(request(simulator, OptionalInt.of(-1), OptionalInt.empty())
                                .build())
                        .problems())
                .extracting(Problem::fix)
                .containsExactly(
                        "Correct ConnectRequest.afterConnecting. Valid values: whole numbers from 0 to 1000000.");
    }
}
