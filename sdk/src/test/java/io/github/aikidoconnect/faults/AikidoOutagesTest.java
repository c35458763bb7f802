package io.github.aikidoconnect.faults;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Setup.ACTIVATE;
import static io.github.aikidoconnect.testing.Setup.LIST;
import static io.github.aikidoconnect.testing.Setup.calls;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.inSeconds;
import static io.github.aikidoconnect.testing.Setup.json;
import static io.github.aikidoconnect.testing.Setup.request;
import static io.github.aikidoconnect.testing.Setup.retryAfter;
import static io.github.aikidoconnect.testing.Setup.writes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault that Aikido and the way to it are known for, at the reads, the writes and the import. */
class AikidoOutagesTest {

    private static final Match LISTING = Match.path("**" + LIST);
    private static final Match ACTIVATION = Match.path("**/activate");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(imported(Setup.shop()));

    private final Runs runs = Runs.withoutPauses();

    static Stream<Arguments> passingFaults() {
        return Stream.of(
                arguments("429", Fault.answer(429)),
                arguments("429 with seconds", retryAfter(429, "1")),
                arguments("429 with a date", retryAfter(429, inSeconds(1))),
                arguments("500", Fault.answer(500)),
                arguments("502", Fault.answer(502)),
                arguments("503", retryAfter(503, "7")),
                arguments("half an answer", Fault.truncate()),
                arguments("an answer that stops coming", Fault.stall()),
                arguments("what is no HTTP", Fault.garbage()),
                arguments("401", Fault.answer(401)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingFaults")
    void outlivesAFaultThatPassesWhereItReads(String name, Fault fault, Simulator simulator) {
        simulator.faults().once(LISTING, fault);

        ConnectReport report = runs.connect(request(simulator, fault).build());

        assertAllDone(report, simulator);
        assertThat(calls(simulator, "GET", LIST)).hasSize(4);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingFaults")
    void outlivesAFaultThatPassesWhereItWritesAndSendsNothingBlindlyTwice(
            String name, Fault fault, Simulator simulator) {
        simulator.faults().once(ACTIVATION, fault);

        ConnectReport report = runs.connect(request(simulator, fault).build());

        assertAllDone(report, simulator);
        List<Exchange> all = simulator.exchanges();
        Exchange spoilt = all.stream()
                .filter(exchange -> exchange.faulted() && exchange.path().endsWith(ACTIVATE))
                .findFirst()
                .orElseThrow();
        List<Exchange> sameBody = calls(simulator, "POST", ACTIVATE).stream()
                .filter(call -> call.requestBody().equals(spoilt.requestBody()))
                .toList();
        boolean refused = spoilt.status() == 429 || spoilt.status() == 401;
        boolean tookEffect = fault.effect();
        assertThat(sameBody).hasSize(tookEffect ? 1 : 2);
        assertThat(calls(simulator, "GET", LIST))
                .as("the state is read before the second sending, unless the first was refused")
                .hasSize(refused ? 3 : 5);
    }

    static Stream<Arguments> stayingFaults() {
        return Stream.of(
                arguments("429", Fault.answer(429), ProblemCode.AIKIDO_RATE_LIMITED, "HTTP 429"),
                arguments("500", Fault.answer(500), ProblemCode.AIKIDO_UNAVAILABLE, "HTTP 500"),
                arguments("502", Fault.answer(502), ProblemCode.AIKIDO_UNAVAILABLE, "HTTP 502"),
                arguments("503", retryAfter(503, "1"), ProblemCode.AIKIDO_UNAVAILABLE, "HTTP 503"),
                arguments("302", Fault.answer(302), ProblemCode.AIKIDO_UNAVAILABLE, "HTTP 302"),
                arguments("401", Fault.answer(401), ProblemCode.AIKIDO_CREDENTIALS_REJECTED, "HTTP 401"),
                arguments(
                        "403",
                        Fault.answer(403, "application/json", "{\"error\":\"You need 'repositories:read'\"}"),
                        ProblemCode.AIKIDO_SCOPE_MISSING,
                        "lacks the scope repositories:read"),
                arguments("a page", json("<html>Hello</html>"), ProblemCode.AIKIDO_UNAVAILABLE, "does not match"),
                arguments(
                        "other JSON", json("{\"repositories\":[]}"), ProblemCode.AIKIDO_UNAVAILABLE, "does not match"),
                arguments(
                        "an id like no id", json("[{\"id\":1e30}]"), ProblemCode.AIKIDO_UNAVAILABLE, "does not match"),
                arguments(
                        "an id beyond all bounds",
                        json("[{\"id\":123456789012345678901234567890}]"),
                        ProblemCode.AIKIDO_UNAVAILABLE,
                        "does not match"),
                arguments("half an answer", Fault.truncate(), ProblemCode.NETWORK, "closed the connection"),
                arguments("no answer", Fault.hang(), ProblemCode.NETWORK, "did not answer within 2 seconds."),
                arguments("100 MB", Fault.flood(), ProblemCode.NETWORK, "sent an answer that is too large"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stayingFaults")
    void changesNothingAndSaysWhyWhereTheListCannotBeRead(
            String name, Fault fault, ProblemCode code, String said, Simulator simulator) {
        simulator.faults().always(LISTING, fault);

        ConnectReport report =
                runs.connect(request(simulator, fault).prune(true).build());

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Checks.problem(report).code()).isEqualTo(code);
        assertThat(Checks.problem(report).message()).contains(said);
        assertThat(writes(simulator)).isEmpty();
        assertThat(report.repositories())
                .as("what Azure DevOps lists is in the report all the same")
                .hasSize(6);
        assertThat(report.calls().aikido()).isEqualTo(simulator.calls().aikido());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stayingFaults")
    void stopsNothingElseWhereOneRepositoryKeepsFailing(
            String name, Fault fault, ProblemCode code, String said, Simulator simulator) {
        // Three succeed; the fourth fails, however often it is sent.
        simulator.faults().add(new FaultRule(ACTIVATION, fault, 3, 0));

        ConnectReport report = runs.connect(request(simulator, fault).build());

        int done = fault.effect() ? 4 : 3;
        assertThat(simulator.workspace().monitored()).hasSize(done);
        assertThat(report.summary().activated()).isEqualTo(done);
        assertThat(report.summary().failed()).isEqualTo(4 - done);
        assertThat(report.repositories()).hasSize(6);
        assertThat(report.outcome()).isEqualTo(done == 4 ? Outcome.SUCCESS : Outcome.PARTIAL);
    }

    @Test
    void namesEveryScopeThatTheClientLacks() {
        Simulator simulator = simulators.start(imported(Setup.shop())
                .client(client -> client.without("basics:read").without("repositories:read")));

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(codes(report)).containsOnly(ProblemCode.AIKIDO_SCOPE_MISSING);
        assertThat(report.problems())
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "The API client lacks the scope basics:read.",
                        "The API client lacks the scope repositories:read.");
        assertThat(Checks.text(report, CheckId.AIKIDO_CREDENTIALS)).contains("basics:read", "repositories:read");
    }

    @Test
    void tellsAMissingScopeBesideAnOutage(Simulator simulator) {
        simulator.faults().always(Match.path("**/workspace"), Fault.answer(503));
        simulator
                .faults()
                .always(LISTING, Fault.answer(403, "application/json", "{\"error\":\"'repositories:read'\"}"));

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(codes(report))
                .containsExactlyInAnyOrder(ProblemCode.AIKIDO_UNAVAILABLE, ProblemCode.AIKIDO_SCOPE_MISSING);
        assertThat(Checks.status(report, CheckId.AIKIDO_CREDENTIALS)).isEqualTo(CheckStatus.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Hello</html>",
                "{}",
                "[]",
                "{\"access_token\":null}",
                "{\"access_token\":\"\"}",
                "{\"access_token\":{}}",
                "{\"access_token\":\"one\\r\\nX-Two: two\"}",
                "{\"access_token\":\"one two\"}",
                "{\"access_token\":\"t\u00f6ken\u20ac\"}"
            })
    void takesNothingElseForAnAccessToken(String body, Simulator simulator) {
        simulator.faults().always(Match.path("**/oauth/token"), json(body));

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_UNAVAILABLE);
        assertThat(Checks.problem(report).message()).contains("did not return a token");
        assertThat(report.calls().aikido()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lostAnswers")
    void findsOutWhetherATokenWhoseAnswerWasLostMendedTheConnection(String name, Fault lost) {
        Simulator simulator = simulators.start(imported(Setup.shop())
                .workspace(
                        workspace -> workspace.withConfigurationErrors(List.of(ConfigurationError.scmDisconnected()))));
        simulator.faults().once(Match.path("**/code-scanning"), lost);

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().tokensHandedOver()).hasSize(1);
        assertThat(Checks.status(report, CheckId.AIKIDO_CONNECTION)).isEqualTo(CheckStatus.PASSED);
    }

    static Stream<Arguments> lostAnswers() {
        return Stream.of(
                arguments("reset", Fault.lostAnswer()),
                arguments("half", Fault.truncate()),
                arguments("504", Fault.answer(504).withEffect(true)));
    }

    @Test
    void doesTheRestWhenTheTokenCannotBeHandedOver() {
        Simulator simulator = simulators.start(imported(Setup.shop())
                .workspace(
                        workspace -> workspace.withConfigurationErrors(List.of(ConfigurationError.scmDisconnected()))));
        simulator.faults().always(Match.path("**/code-scanning"), Fault.answer(503));

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_UNAVAILABLE);
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(simulator.workspace().monitored()).hasSize(4);
        assertThat(Collections.frequency(writes(simulator), "POST /aikido/api/public/v1/access-tokens/code-scanning"))
                .isEqualTo(1);
    }

    private static void assertAllDone(ConnectReport report, Simulator simulator) {
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().monitored()).hasSize(4);
        assertThat(report.summary().activated()).isEqualTo(4);
        assertThat(report.repositories()).hasSize(6);
        assertThat(report.calls().aikido()).isEqualTo(simulator.calls().aikido());
    }
}
