package io.github.aikidoconnect.token;

import static io.github.aikidoconnect.testing.Checks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Token;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Aikido answers a handover with status 200 and does not say whether it took the token. */
class TokenUnclearHandoverTest {

    private static final Match HANDOVER = Match.path("**/code-scanning");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    private final Runs runs = Runs.withoutPauses();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"The token was rejected\"}",
                "{\"error\":\"\",\"success\":null}",
                "{\"reason_phrase\":\"Not available\"}",
                "{\"message\":\"queued\"}",
                "{\"status\":\"queued\"}",
                "{\"errors\":[\"no\"]}",
                "{\"success\":1,\"error\":\"no\"}",
                "{\"success\":null}",
                "{\"success\":\"true\"}",
                "{\"success\":2}",
                "{}",
                "[]",
                "\"queued\"",
                "<html>Welcome</html>"
            })
    void keepsBothTokensAndTheNextRunFinishes(String body, Simulator simulator) {
        for (boolean effect : new boolean[] {false, true}) {
            keepsBothTokens(body, effect, simulators.start(Setup.shop()));
            // The connection works again after the handover, which does not say by which token.
            keepsBothTokens(body, effect, simulators.start(Setup.broken(Setup.shop())));
        }
    }

    private void keepsBothTokens(String body, boolean effect, Simulator simulator) {
        simulator
                .faults()
                .always(HANDOVER, Fault.answer(200, "application/json", body).withEffect(effect));

        ConnectReport report = rotate(simulator);

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(problem(report).message()).startsWith("It is not known whether Aikido accepted the new token");
        assertThat(problem(report).fix())
                .isEqualTo("The new token and the previous one both stay valid. Run it again:"
                        + " the next rotation replaces both.");
        assertThat(simulator.tokens().revoked()).isEmpty();
        assertThat(simulator.tokens().active()).hasSize(2);

        simulator.faults().clear();
        ConnectReport next = rotate(simulator);
        assertThat(next.isSuccess()).as(next.toText()).isTrue();
        assertThat(simulator.tokens().active()).extracting(Token::value).containsExactly(Tokens.inUse(simulator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"success\":0}", "{\"success\":false}", "{\"success\":false,\"error\":\"no\"}"})
    void revokesTheNewTokenWhereAikidoSaysNo(String body, Simulator simulator) {
        simulator.faults().always(HANDOVER, Fault.answer(200, "application/json", body));

        ConnectReport report = rotate(simulator);

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(simulator.tokens().active()).extracting(Token::value).containsExactly(Tokens.inUse(simulator));
    }

    private ConnectReport rotate(Simulator simulator) {
        return runs.token(Tokens.request(simulator, TokenAction.ROTATE).build());
    }
}
