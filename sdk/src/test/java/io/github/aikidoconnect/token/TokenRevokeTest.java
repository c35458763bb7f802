package io.github.aikidoconnect.token;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Token;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Tokens;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Revokes one token by its id, and no other. */
class TokenRevokeTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(TokenListTest.everyKind());

    private final Runs runs = Runs.withoutPauses();

    private ConnectReport revoke(Simulator simulator, @Nullable String id) {
        return runs.token(Tokens.request(simulator, TokenAction.REVOKE).id(id).build());
    }

    @Test
    void revokesOneByItsIdAndNoOther(Simulator simulator) {
        String id = simulator.tokens().active().get(0).id();

        ConnectReport report = revoke(simulator, id.toUpperCase(Locale.ROOT));

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.tokens().revoked()).extracting(Token::id).containsExactly(id);
        assertThat(report.tokens())
                .singleElement()
                .extracting(TokenReport::change)
                .isEqualTo(TokenReport.Change.REVOKED);
    }

    @Test
    void isContentWithATokenThatWasRevokedBefore(Simulator simulator) {
        String id = simulator.tokens().active().get(0).id();
        revoke(simulator, id);

        assertThat(revoke(simulator, id).isSuccess()).isTrue();
    }

    @Test
    void isContentWithATokenThatGoesWhileItIsAskedFor(Simulator simulator) {
        String id = simulator.tokens().active().get(0).id();
        simulator.faults().once(Match.of("DELETE", Tokens.PATS), Fault.answer(404));

        assertThat(revoke(simulator, id).isSuccess()).isTrue();
    }

    @Test
    void refusesTheIdOfAnotherPersonsToken(Simulator simulator) {
        ConnectReport report = revoke(simulator, "12345678-1234-1234-1234-123456789abc");

        assertThat(codes(report)).containsExactly(ProblemCode.CONFIGURATION);
        assertThat(problem(report).message()).contains("has no valid token with the id 12345678-");
        assertThat(Tokens.calls(simulator, "DELETE")).isEmpty();
    }

    @Test
    void showsNothingOfATokenThatIsTakenForAnId(Simulator simulator) {
        ConnectReport report = revoke(simulator, Shop.TOKEN);

        assertThat(problem(report).message())
                .isEqualTo("\"******\" is not the id of a token. The action list shows " + "the ids.");
        assertThat(report.toJson()).doesNotContain(Shop.TOKEN);
        assertThat(simulator.exchanges()).isEmpty();
    }

    @Test
    void wantsAnIdToRevoke(Simulator simulator) {
        assertThat(problem(revoke(simulator, null)).fix()).isEqualTo("Set TokenRequest.id.");
    }

    @Test
    void saysWhatIsLeftWhereItCannotBeRevoked(Simulator simulator) {
        String id = simulator.tokens().active().get(0).id();
        simulator.faults().always(Match.of("DELETE", Tokens.PATS), Fault.answer(500));

        ConnectReport report = revoke(simulator, id);

        assertThat(problem(report).message()).contains(id, "could not be revoked (HTTP 500)");
        assertThat(report.tokens().get(0).change()).isEqualTo(TokenReport.Change.LEFT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"VS403463\",\"typeKey\":\"AccessCheckException\"}",
                "{\"error\":\"no\"}",
                "{}",
                "[]",
                "{\"status\":\"queued\"}"
            })
    void takesNoTokenForRevokedWhoseAnswerDoesNotSaySo(String body, Simulator simulator) {
        String id = simulator.tokens().active().get(0).id();
        simulator.faults().always(Match.of("DELETE", Tokens.PATS), Fault.answer(200, "application/json", body));

        ConnectReport report = revoke(simulator, id);

        assertThat(problem(report).message()).contains(id, "could not be revoked");
        assertThat(report.tokens().get(0).change()).isEqualTo(TokenReport.Change.LEFT);
    }
}
