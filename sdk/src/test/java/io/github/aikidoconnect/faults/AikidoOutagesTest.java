package io.github.aikidoconnect.faults;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.repository;
import static io.github.aikidoconnect.testing.Setup.ACTIVATE;
import static io.github.aikidoconnect.testing.Setup.IMPORT;
import static io.github.aikidoconnect.testing.Setup.LIST;
import static io.github.aikidoconnect.testing.Setup.calls;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static io.github.aikidoconnect.testing.Setup.writes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.aikidoconnect.Action;
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
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
                arguments("429 with a date", retryAfter(429, inASecond())),
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

    @Test
    void stopsWaitingWhenThePollIsRefusedForGood() {
        Simulator simulator = simulators.start(Setup.shop().imports(imports -> imports.withNever(true)));
        simulator
                .faults()
                .add(new FaultRule(
                        LISTING, Fault.answer(403, "application/json", "{\"error\":\"'repositories:read'\"}"), 1, 0));

        ConnectReport report = runs.connect(
                request(simulator).syncTimeout(Duration.ofSeconds(30)).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_SCOPE_MISSING);
        assertThat(calls(simulator, "GET", LIST)).hasSize(2);
        assertThat(repository(report, "shop-web").reason()).contains("lacks the scope repositories:read");
    }

    @Test
    void saysWhyNothingWasSeenToArrive() {
        Simulator simulator = simulators.start(Setup.shop());
        simulator.faults().add(new FaultRule(LISTING, Fault.answer(502), 1, 0));

        ConnectReport report = runs.connect(
                request(simulator).syncTimeout(Duration.ofSeconds(3)).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_UNAVAILABLE, ProblemCode.AIKIDO_SYNC_TIMEOUT);
    }

    @Test
    void doesNotWaitForLongWhereTheImportMayNeverHaveBegun() {
        Simulator simulator = simulators.start(Setup.shop().imports(imports -> imports.withNever(true)));
        simulator.faults().always(Match.path("**" + IMPORT), Fault.answer(503));

        ConnectReport report =
                runs.connect(request(simulator).syncTimeout(Duration.ofHours(5)).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_UNAVAILABLE);
        assertThat(calls(simulator, "POST", IMPORT)).hasSize(1);
        assertThat(calls(simulator, "GET", LIST)).hasSizeLessThan(12);
        assertThat(repository(report, "shop-web").action()).isEqualTo(Action.WAIT);
        assertThat(report.summary().failed()).isEqualTo(4);
    }

    @Test
    void saysHowLongItWaitedForAnImportThatBringsNothing() {
        Simulator simulator = simulators.start(Setup.shop().imports(imports -> imports.withNever(true)));

        ConnectReport report = runs.connect(
                request(simulator).syncTimeout(Duration.ofSeconds(1)).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_SYNC_TIMEOUT);
        assertThat(report.problems().get(0).message()).endsWith(" within 1 second.");
    }

    @Test
    void leavesAloneWhatAnImportBringsOfOtherProjects() {
        Simulator simulator = simulators.start(
                Setup.shop().imports(imports -> imports.withProjects(List.of(Shop.PROJECT, Shop.OTHER_PROJECT))));

        ConnectReport report = Runs.create()
                .connect(request(simulator).prune(true).pruneLimit(100).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().repositories())
                .extracting(CodeRepository::name)
                .contains("pay-core", "pay-gateway");
        assertThat(simulator.workspace().monitored())
                .containsExactly("Zahlungs Übersicht", "shop-api", "shop-assets", "shop-web");
        assertThat(report.repositories()).hasSize(6);
    }

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
    void readsNullsAndWhatNobodyKnowsYet(Simulator simulator) {
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

    @Test
    void stopsWaitingForMoreOnceNothingCanBeActivated() {
        Simulator simulator = simulators.start(
                Setup.shop().imports(imports -> imports.withDelayMillis(0).withWithout(List.of("shop-assets"))));
        simulator
                .faults()
                .always(ACTIVATION, Fault.answer(403, "application/json", "{\"error\":\"'repositories:write'\"}"));

        ConnectReport report = runs.connect(
                request(simulator).syncTimeout(Duration.ofSeconds(20)).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_SCOPE_MISSING);
        assertThat(calls(simulator, "GET", LIST)).hasSizeLessThan(6);
    }

    private static void assertAllDone(ConnectReport report, Simulator simulator) {
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().monitored()).hasSize(4);
        assertThat(report.summary().activated()).isEqualTo(4);
        assertThat(report.repositories()).hasSize(6);
        assertThat(report.calls().aikido()).isEqualTo(simulator.calls().aikido());
    }

    private static Fault json(String body) {
        return Fault.answer(200, "application/json", body);
    }

    private static Fault retryAfter(int status, String value) {
        return Fault.answer(status).withHeaders(Map.of("Retry-After", value));
    }

    private static String inASecond() {
        return ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(1).format(DateTimeFormatter.RFC_1123_DATE_TIME);
    }
}
