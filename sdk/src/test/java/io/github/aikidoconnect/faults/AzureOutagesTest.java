package io.github.aikidoconnect.faults;

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
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.AzureLimit;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault that Azure DevOps and the way to it are known for: on one call of a run, once and for good. */
class AzureOutagesTest {

    private static final Match REPOSITORIES = Match.path("**/git/repositories");

    /** Requests with the tokens that faults hand out are wrong on purpose. */
    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.answersOnly(imported(Setup.shop()));

    private final Runs runs = Runs.withoutPauses();

    static Stream<Arguments> passingFaults() {
        return Stream.of(
                arguments("429", Fault.answer(429)),
                arguments("429 with seconds", retryAfter(429, "7")),
                arguments("429 with a date", retryAfter(429, inSeconds(20))),
                arguments("429 with a pause that cannot be read", retryAfter(429, "soon")),
                arguments("500", Fault.answer(500)),
                arguments("502", Fault.answer(502)),
                arguments("503", Fault.answer(503)),
                arguments("503 with seconds", retryAfter(503, "7")),
                arguments("503 with a date", retryAfter(503, inSeconds(20))),
                arguments("504", Fault.answer(504)),
                arguments("half an answer", Fault.truncate()),
                arguments("an answer that stops coming", Fault.stall()),
                arguments("no answer", Fault.hang()),
                arguments("what is no HTTP", Fault.garbage()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingFaults")
    void outlivesAFaultThatPasses(String name, Fault fault, Simulator simulator) {
        simulator.faults().once(REPOSITORIES, fault);

        ConnectReport report = runs.connect(request(simulator, fault).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().monitored()).hasSize(4);
        assertThat(calls(simulator, "/git/repositories")).hasSize(2);
        assertThat(report.calls().azure()).isEqualTo(simulator.calls().azure());
        assertThat(runs.progress)
                .filteredOn(Progress.Waiting.class::isInstance)
                .extracting(Progress::message)
                .anyMatch(message -> message.endsWith("; trying again"));
    }

    @Test
    void outlivesAConnectionThatIsReset(Simulator simulator) {
        simulator.faults().times(2, REPOSITORIES, Fault.reset());

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().monitored()).hasSize(4);
    }

    @Test
    void callsMoreSlowlyWhereAGoodAnswerAsksForIt() {
        Simulator simulator = simulators.start(
                Setup.shop().azure(azure -> azure.withPageSize(1).withLimit(new AzureLimit(0, 0, 0, 20))));

        ConnectReport report = runs.list(request(simulator).project(null).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.projects()).hasSize(2);
        assertThat(runs.progress)
                .filteredOn(Progress.Waiting.class::isInstance)
                .map(Progress.Waiting.class::cast)
                .isNotEmpty()
                .allSatisfy(waiting -> {
                    assertThat(waiting.message()).isEqualTo("Azure DevOps requested a pause between calls");
                    assertThat(waiting.duration()).isEqualTo(Duration.ofSeconds(20));
                });
    }

    static Stream<Arguments> stayingFaults() {
        String anHour = inSeconds(3600);
        String html = "<!DOCTYPE html><html><body>Welcome to the guest network</body></html>";
        return Stream.of(
                stays("429", Fault.answer(429), ProblemCode.AZURE_UNAVAILABLE, "HTTP 429", 4),
                stays(
                        "429 for an hour",
                        retryAfter(429, "3600"),
                        ProblemCode.AZURE_UNAVAILABLE,
                        "Retry-After: 3600",
                        1),
                stays("429 until a date", retryAfter(429, anHour), ProblemCode.AZURE_UNAVAILABLE, anHour, 1),
                stays("500", Fault.answer(500), ProblemCode.AZURE_UNAVAILABLE, "HTTP 500", 4),
                stays("502", Fault.answer(502, "text/html", html), ProblemCode.AZURE_UNAVAILABLE, "HTTP 502", 4),
                stays("503", retryAfter(503, "1"), ProblemCode.AZURE_UNAVAILABLE, "HTTP 503; Retry-After: 1", 4),
                stays("a page with 200", body("text/html", html), ProblemCode.AZURE_UNAVAILABLE, "not a JSON list", 1),
                stays(
                        "cut JSON",
                        json("{\"count\":1,\"value\":[{\"id\":"),
                        ProblemCode.AZURE_UNAVAILABLE,
                        "not a JSON list",
                        1),
                stays("no body", json(""), ProblemCode.AZURE_UNAVAILABLE, "not a JSON list", 1),
                stays("bytes", json("\u0000\u0001\ufffd\u0007"), ProblemCode.AZURE_UNAVAILABLE, "not a JSON list", 1),
                stays("other JSON", json("{\"repositories\":[]}"), ProblemCode.AZURE_UNAVAILABLE, "not a JSON list", 1),
                stays("null for a list", json("{\"value\":null}"), ProblemCode.AZURE_UNAVAILABLE, "not a JSON list", 1),
                stays(
                        "no id",
                        json("{\"value\":[{\"id\":null,\"name\":\"a\"}]}"),
                        ProblemCode.AZURE_UNAVAILABLE,
                        "has no id",
                        1),
                stays("null", json("{\"value\":[null]}"), ProblemCode.AZURE_UNAVAILABLE, "has no id", 1),
                stays("deep JSON", json("[".repeat(100_000)), ProblemCode.AZURE_UNAVAILABLE, "not a JSON list", 1),
                stays("half an answer", Fault.truncate(), ProblemCode.NETWORK, "closed the connection", 4),
                stays(
                        "an answer that stops",
                        Fault.stall(),
                        ProblemCode.NETWORK,
                        "did not answer within 2 seconds.",
                        4),
                stays("no answer", Fault.hang(), ProblemCode.NETWORK, "did not answer within 2 seconds.", 4),
                stays("no HTTP", Fault.garbage(), ProblemCode.NETWORK, "127.0.0.1", 4),
                stays("100 MB", Fault.flood(), ProblemCode.NETWORK, "sent an answer that is too large", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stayingFaults")
    void changesNothingAndSaysWhyWhereAFaultStays(String name, Fault fault, ProblemCode code, String said, int calls) {
        Simulator simulator = simulators.simulator();
        simulator.faults().always(REPOSITORIES, fault);

        ConnectReport report = runs.connect(request(simulator, fault).build());

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message()).contains(said).doesNotContain("<html>");
        assertThat(problem.fix()).isNotBlank();
        assertThat(calls(simulator, "/git/repositories")).hasSize(calls);
        assertThat(writes(simulator)).isEmpty();
        assertThat(report.calls().azure()).isEqualTo(simulator.calls().azure());
    }

    @Test
    void doesTheRestOfTheCheckWhenOneScopeIsRefused(Simulator simulator) {
        simulator.faults().always(Match.path("**/userentitlementsummary"), Setup.forbidden());

        ConnectReport report = runs.check(request(simulator).build());

        assertThat(Checks.codes(report)).containsExactly(ProblemCode.AZURE_SCOPE_MISSING);
        assertThat(Checks.problem(report).message()).contains("Member Entitlement Management");
        assertThat(Checks.status(report, CheckId.SCOPE_CODE)).isEqualTo(CheckStatus.PASSED);
        assertThat(Checks.status(report, CheckId.AIKIDO_WORKSPACE)).isEqualTo(CheckStatus.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Blocked by policy</html>"})
    void doesNotTakeTheRefusalOfAGatewayForAMissingScope(String body) {
        Simulator simulator = simulators.start(Setup.shop());
        simulator.faults().always(Match.path("**/git/repositories"), Fault.answer(403, "text/html", body));

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(Checks.codes(report)).containsExactly(ProblemCode.AZURE_UNAVAILABLE);
        assertThat(Checks.problem(report).message())
                .isEqualTo("A proxy, firewall or gateway refused a call to Azure DevOps (HTTP 403).");
        assertThat(Checks.problem(report).fix()).contains("proxy").doesNotContain("scope");
        assertThat(Checks.status(report, CheckId.SCOPE_CODE)).isEqualTo(CheckStatus.UNKNOWN);
    }

    @Test
    void saysOnceThatBothServicesCannotBeReachedAtTheSameHost(Simulator simulator) {
        ConnectRequest request = request(simulator).build();
        String place = "127.0.0.1:" + simulator.port();
        simulator.close();

        ConnectReport report = runs.check(request);

        assertThat(Checks.problem(report).message()).isEqualTo(place + " refused the connection.");
    }

    @Test
    void asksAStoppedOrganizationOnceForEachCall(Simulator simulator) {
        simulator
                .faults()
                .add(new FaultRule(
                        Match.path("/azure/**"),
                        Fault.answer(503, "application/json", "\ufeff{\"message\":\"TF24668: It is stopped.\"}"),
                        0,
                        0));

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(Checks.problem(report).message()).contains("TF24668: It is stopped");
        assertThat(calls(simulator, "/git/repositories")).hasSize(1);
        assertThat(writes(simulator)).isEmpty();
    }

    private static List<Exchange> calls(Simulator simulator, String end) {
        return simulator.exchanges().stream()
                .filter(exchange -> exchange.path().endsWith(end))
                .toList();
    }

    private static Arguments stays(String name, Fault fault, ProblemCode code, String said, int calls) {
        return arguments(name, fault, code, said, calls);
    }

    private static Fault body(String type, String body) {
        return Fault.answer(200, type, body);
    }
}
