package io.github.aikidoconnect.internal.aikido;

import static io.github.aikidoconnect.internal.aikido.Clients.answer;
import static io.github.aikidoconnect.internal.aikido.Clients.calls;
import static io.github.aikidoconnect.internal.aikido.Clients.client;
import static io.github.aikidoconnect.internal.aikido.Clients.failure;
import static io.github.aikidoconnect.internal.aikido.Clients.listing;
import static io.github.aikidoconnect.internal.aikido.Clients.repositories;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.aikido.AikidoException.Kind;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes, and what is known of each afterwards. */
class AikidoWritesTest {

    private static final Match WRITES = Match.of("POST", "**/api/public/v1/**");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    @Test
    void repeatsAWriteAfterARefusedTokenSinceNothingHasHappened() throws InterruptedException {
        Simulator simulator = simulators.start(listing(repositories(1)));
        simulator.faults().once(Match.path("**/activate"), Fault.answer(401));
        client(simulator).activate(1);
        assertThat(simulator.workspace().monitored()).containsExactly("r1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"success\":null}",
                "{\"success\":{}}",
                "{\"success\":\"queued\"}",
                "{\"success\":\"true\"}",
                "{\"success\":2}",
                "{\"status\":\"queued\"}",
                "[{\"success\":1}]",
                "[{\"error\":\"No way.\"}]"
            })
    void isUncertainOfAWriteWhoseAnswerDoesNotSay(String body) {
        assertThat(failures(body)).allMatch(AikidoException::isUncertain).allMatch(is(Kind.UNAVAILABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"No way.\"}",
                "{\"error\":\"No way.\",\"success\":1,\"status\":\"ok\"}",
                "{\"status_code\":400,\"reason_phrase\":\"No way.\"}",
                "{\"errors\":[\"x\"],\"message\":\"No way.\"}"
            })
    void isUncertainOfAWriteWhoseAnswerIsASuccessThatHoldsAnError(String body) {
        assertThat(failures(body))
                .allMatch(AikidoException::isUncertain)
                .extracting(AikidoException::detail)
                .containsOnly("HTTP 200: No way");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 204})
    void isUncertainOfAWriteWhoseStatusTheApiDoesNotDescribe(int status) {
        Simulator simulator = simulators.simulator();
        answer(simulator, Match.path("**/activate"), status, status == 204 ? "" : "{\"success\":1}");
        assertThat(failure(() -> client(simulator).activate(1)).isUncertain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"success\":1}", "{\"success\":true}"})
    void takesBothDescribedFormsOfSuccessForSuccess(String body) throws InterruptedException {
        Simulator simulator = simulators.simulator();
        answer(simulator, WRITES, 200, body);
        assertThatCode(() -> client(simulator).activate(1)).doesNotThrowAnyException();
        assertThat(client(simulator).handOver(Secret.of("t"))).isInstanceOf(HandoverAnswer.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"success\":0}", "{\"success\":false}", "{\"success\":false,\"error\":\"No\"}"})
    void takesASuccessThatIsNoneForARefusal(String body) {
        assertThat(failures(body)).noneMatch(AikidoException::isUncertain).allMatch(is(Kind.REFUSED));
    }

    @Test
    void takesAnErrorThatARefusalDeniesForNone() {
        Simulator simulator = simulators.simulator();
        answer(simulator, WRITES, 200, "{\"success\":1,\"error\":null,\"errors\":[],\"message\":\"Done\"}");
        assertThatCode(() -> client(simulator).activate(1)).doesNotThrowAnyException();
    }

    /** The failure of each kind of write where the service answers it with this body. */
    private List<AikidoException> failures(String body) {
        Simulator simulator = simulators.simulator();
        answer(simulator, WRITES, 200, body);
        return writes(client(simulator)).stream().map(Clients::failure).toList();
    }

    private static Predicate<AikidoException> is(Kind kind) {
        return failure -> failure.kind() == kind;
    }

    /** Each kind of write; a handover returns what others throw. */
    private static List<ThrowingCallable> writes(Aikido aikido) {
        return List.of(
                aikido::startImport, () -> aikido.activate(1), () -> aikido.deactivate(1), () -> aikido.scan(1), () -> {
                    HandoverAnswer answer = aikido.handOver(Secret.of("t"));
                    if (answer instanceof HandoverAnswer.Refused refused) {
                        assertThat(refused.reason().isUncertain()).isFalse();
                        throw refused.reason();
                    }
                    if (answer instanceof HandoverAnswer.Unclear unclear) {
                        assertThat(unclear.reason().isUncertain()).isTrue();
                        throw unclear.reason();
                    }
                });
    }

    @Test
    void doesNotRepeatAWriteWhoseAnswerIsLostAndSaysThatItMayHaveTakenEffect() {
        Simulator simulator = simulators.start(listing(repositories(1)));
        simulator.faults().always(Match.path("**/activate"), Fault.lostAnswer());
        AikidoException failure = failure(() -> client(simulator).activate(1));
        assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
        assertThat(failure.isUncertain()).isTrue();
        assertThat(calls(simulator, "POST", "**/activate")).hasSize(1);
        assertThat(simulator.workspace().monitored()).containsExactly("r1");
    }

    @Test
    void doesNotRepeatAWriteThatEndedInAServersError() {
        Simulator simulator = simulators.simulator();
        answer(simulator, Match.path("**/activate"), 503, "{}");
        assertThat(failure(() -> client(simulator).activate(1)).isUncertain()).isTrue();
        assertThat(calls(simulator, "POST", "**/activate")).hasSize(1);
    }

    @Test
    void isCertainThatARefusedWriteHadNoEffect() {
        Simulator simulator = simulators.simulator();
        AikidoException failure = failure(() -> client(simulator).activate(99));
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.isUncertain()).isFalse();
    }

    @Test
    void isCertainThatAWriteThatReachedNoServerHadNoEffect() {
        Simulator simulator = simulators.simulator();
        URI url = simulator.aikidoUrl();
        simulator.close();
        AikidoException failure = failure(() -> client(url).activate(1));
        assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
        assertThat(failure.isUncertain()).isFalse();
    }

    @Test
    void repeatsAWriteThatWasOneTooManySinceItWasNotCounted() throws InterruptedException {
        Simulator simulator = simulators.start(listing(repositories(1)));
        simulator.faults().once(Match.path("**/activate"), Fault.answer(429).withHeaders(Map.of("Retry-After", "0")));
        client(simulator).activate(1);
        assertThat(calls(simulator, "POST", "**/activate")).hasSize(2);
    }

    @Test
    void activatesScansAndDeactivates() throws InterruptedException {
        Simulator simulator = simulators.start(listing(repositories(2)));
        Aikido aikido = client(simulator);
        aikido.activate(1);
        aikido.scan(1);
        assertThat(simulator.workspace().monitored()).containsExactly("r1");
        assertThat(simulator.workspace().scans()).containsExactly("r1");
        aikido.deactivate(1);
        aikido.deactivate(1);
        assertThat(simulator.workspace().monitored()).isEmpty();
    }

    @Test
    void handsATokenOver(Simulator simulator) throws InterruptedException {
        client(simulator).handOver(Secret.of("new\"token"));
        assertThat(simulator.workspace().tokensHandedOver()).containsExactly("new\"token");
    }
}
