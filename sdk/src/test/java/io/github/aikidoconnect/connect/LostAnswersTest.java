package io.github.aikidoconnect.connect;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Setup.ACTIVATE;
import static io.github.aikidoconnect.testing.Setup.LIST;
import static io.github.aikidoconnect.testing.Setup.calls;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a run does after a write of which it does not know whether it had its effect. */
class LostAnswersTest {

    private static final List<String> GIT = List.of("Zahlungs Übersicht", "shop-api", "shop-assets", "shop-web");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    private final Runs runs = Runs.create();

    @Test
    void readsTheListAgainAndRepeatsAWriteThatFailedWithoutEffect() {
        Simulator simulator = simulators.start(imported(Setup.shop()));
        simulator.faults().once(Match.path("**/activate"), Fault.answer(500));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.isSuccess()).isTrue();
        assertThat(simulator.workspace().monitored()).containsExactlyElementsOf(GIT);
        assertThat(calls(simulator, "POST", ACTIVATE)).hasSize(5);
        List<Exchange> all = simulator.exchanges();
        int last = all.lastIndexOf(calls(simulator, "POST", ACTIVATE).get(4));
        assertThat(all.get(last - 1).path())
                .as("the state is read before the repetition")
                .endsWith(LIST);
    }

    @Test
    void doesNotRepeatAWriteWhoseAnswerWasLost() {
        for (Fault lost :
                List.of(Fault.lostAnswer(), Fault.truncate(), Fault.answer(502).withEffect(true))) {
            Simulator simulator = simulators.start(imported(Setup.shop()));
            simulator.faults().once(Match.path("**/activate"), lost);
            ConnectReport report = runs.connect(request(simulator).build());
            assertThat(report.isSuccess()).as(report.toText()).isTrue();
            assertThat(calls(simulator, "POST", ACTIVATE)).hasSize(4);
        }
    }

    @Test
    void saysSoWhenTheStateCannotBeReadAfterAnAnswerWasLost() {
        Simulator simulator = simulators.start(imported(Setup.shop()));
        simulator.faults().once(Match.path("**/activate"), Fault.lostAnswer());
        simulator.faults().add(new FaultRule(Match.path("**" + LIST), Fault.answer(400), 2, 0));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(codes(report)).containsExactly(ProblemCode.NETWORK, ProblemCode.AIKIDO_UNAVAILABLE);
        assertThat(report.summary().failed()).isEqualTo(1);
        assertThat(calls(simulator, "POST", ACTIVATE)).hasSize(4);
    }

    @Test
    void findsOutThatADeactivationWhoseAnswerWasLostTookEffect() {
        Simulator simulator = simulators.start(imported(Setup.shop(), GIT.toArray(String[]::new)));
        simulator.faults().once(Match.path("**/deactivate"), Fault.lostAnswer());
        ConnectReport report = runs.connect(request(simulator)
                .excludes(List.of("*-assets"))
                .prune(true)
                .pruneLimit(25)
                .build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.summary().deactivated()).isEqualTo(1);
        assertThat(calls(simulator, "POST", "/repositories/code/deactivate")).hasSize(1);
    }

    @Test
    void repeatsAWriteThatKeepsFailingNoMoreThanOnce() {
        Simulator simulator = simulators.start(imported(Setup.shop()));
        simulator.faults().always(Match.path("**/activate"), Fault.answer(500));
        ConnectReport report =
                runs.connect(request(simulator).includes(List.of("shop-web")).build());
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_UNAVAILABLE);
        assertThat(calls(simulator, "POST", ACTIVATE)).hasSize(2);
    }
}
