package io.github.aikidoconnect.connect;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Pruning.all;
import static io.github.aikidoconnect.testing.Pruning.assertUntouched;
import static io.github.aikidoconnect.testing.Pruning.gone;
import static io.github.aikidoconnect.testing.Pruning.monitored;
import static io.github.aikidoconnect.testing.Pruning.prune;
import static io.github.aikidoconnect.testing.Pruning.with;
import static io.github.aikidoconnect.testing.Pruning.withGone;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries to have repositories deactivated that should stay; pruning may take away everything as far as the limit goes. */
class PruneTest {

    private static final String JSON = "application/json";
    private static final String AZURE_LIST = "**/git/repositories";
    private static final String AIKIDO_LIST = "**/repositories/code";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(monitored());

    private final Runs runs = Runs.create();

    @Test
    void takesAwayWhatIsGoneAndNothingElse() {
        Simulator simulator = simulators.start(withGone());
        ConnectReport report = runs.connect(prune(simulator).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.summary().deactivated()).isEqualTo(1);
        assertThat(simulator.workspace().monitored()).containsExactlyInAnyOrder(all());
    }

    static Stream<FaultRule> spoiltLists() {
        Function<String, Fault> answer = body -> Fault.answer(200, JSON, body);
        Stream<FaultRule> azure = Stream.of(
                        Fault.answer(400),
                        Fault.answer(404),
                        Fault.truncate(),
                        answer.apply(""),
                        answer.apply("{}"),
                        answer.apply("[]"),
                        answer.apply("{\"value\":{}}"),
                        answer.apply("{\"value\":null,\"count\":0}"),
                        answer.apply("{\"value\":[null],\"count\":1}"),
                        answer.apply("{\"value\":[{}],\"count\":1}"),
                        answer.apply("{\"value\":[" + one() + "],\"count\":6}"),
                        answer.apply("{\"count\":6,\"value\":[" + one() + "]}"),
                        answer.apply("{\"value\":[" + one() + "],\"count\":1"),
                        Fault.answer(200, "text/html", "<html>Sign in</html>"),
                        Fault.answer(203, "text/html", "<html>Sign in</html>"),
                        Fault.answer(204))
                .map(fault -> new FaultRule(Match.path(AZURE_LIST), fault, 0, 0));
        Stream<FaultRule> aikido = Stream.of(
                        Fault.answer(400),
                        Fault.answer(404),
                        answer.apply("{}"),
                        answer.apply("[null]"),
                        answer.apply("[{}]"),
                        answer.apply("[{\"id\":\"1\"}]"),
                        answer.apply("[{\"id\":18446744073709551617}]"),
                        answer.apply("[{\"id\":7,\"name\":\"the same page for ever\"}]"),
                        answer.apply("[{\"id\":1},"))
                .flatMap(fault -> Stream.of(0, 1).map(page -> new FaultRule(Match.path(AIKIDO_LIST), fault, page, 0)));
        return Stream.concat(azure, aikido);
    }

    @ParameterizedTest
    @MethodSource("spoiltLists")
    void takesNothingAwayWhereAListIsNotReadToItsEnd(FaultRule rule) {
        Simulator simulator = simulators.start(withGone());
        simulator.faults().add(rule);
        ConnectReport report =
                runs.connect(prune(simulator).excludes(List.of("shop-a*")).build());
        assertThat(report.isSuccess()).isFalse();
        assertUntouched(simulator);
    }

    @Test
    void takesNothingAwayWhereASecondPageFails() {
        Simulator simulator = simulators.start(withGone());
        Fault first = Fault.answer(200, JSON, "{\"count\":1,\"value\":[" + one() + "]}")
                .withHeaders(Map.of("Content-Type", JSON, "x-ms-continuationtoken", "next"));
        simulator.faults().always(new Match("GET", AZURE_LIST, "continuationToken=next"), Fault.answer(400));
        simulator.faults().always(Match.path(AZURE_LIST), first);
        assertThat(codes(runs.connect(prune(simulator).build()))).isNotEmpty();
        assertUntouched(simulator);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesNothingAwayWhereAzureDevOpsListsNothing(boolean tfvc) {
        Simulator simulator =
                simulators.start(withGone().project(Shop.PROJECT, project -> project.withTfvcEnabled(tfvc)));
        simulator.faults().always(Match.path(AZURE_LIST), Fault.answer(200, JSON, "{\"count\":0,\"value\":[]}"));
        runs.connect(prune(simulator).pruneLimit(99).build());
        assertUntouched(simulator);
    }

    @Test
    void takesNothingAwayThatWasRegisteredAfterTheFirstList() {
        Simulator simulator = simulators.start(monitored());
        Fault before = Fault.answer(200, JSON, "{\"count\":1,\"value\":[" + one() + "]}");
        simulator.faults().once(Match.path(AZURE_LIST), before);
        ConnectReport report = runs.connect(prune(simulator).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.summary().found()).isEqualTo(6);
        assertUntouched(simulator);
    }

    @Test
    void takesNothingAwayAndDoesTheRestWhereTheSecondListFails() {
        Simulator simulator = simulators.start(imported(Setup.shop(), "shop-api", "shop-assets")
                .workspace(workspace ->
                        workspace.withRepositories(with(workspace.repositories(), gone(Shop.PROJECT, "gone")))));
        simulator.faults().add(new FaultRule(Match.path(AZURE_LIST), Fault.answer(400), 1, 0));
        ConnectReport report = runs.connect(prune(simulator).build());
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(codes(report)).containsExactly(ProblemCode.AZURE_UNAVAILABLE);
        assertThat(Setup.calls(simulator, "POST", "/deactivate")).isEmpty();
        assertThat(simulator.workspace().monitored()).contains(all()).contains("gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {AZURE_LIST, AIKIDO_LIST})
    void takesNothingAwayWhereAListIsInterrupted(String list) throws Exception {
        Simulator simulator = simulators.start(withGone());
        simulator.faults().add(new FaultRule(Match.path(list), Fault.hang(), list.equals(AIKIDO_LIST) ? 1 : 0, 0));
        CompletableFuture<ConnectReport> ended = new CompletableFuture<>();
        ConnectRequest request = prune(simulator).timeout(Duration.ofMinutes(5)).build();
        Thread thread = new Thread(() -> ended.complete(runs.connect(request)));
        thread.start();
        while (simulator.exchanges().stream().noneMatch(exchange -> exchange.faulted())) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        thread.interrupt();
        assertThat(ended.get(1, TimeUnit.MINUTES).isSuccess()).isFalse();
        assertUntouched(simulator);
    }

    @Test
    void takesNothingAwayUnlessItIsAskedToConnect() {
        Simulator simulator = simulators.start(withGone());
        ConnectRequest request = prune(simulator).excludes(List.of("shop-a*")).build();
        runs.check(request);
        runs.list(request);
        runs.plan(request);
        runs.status(request);
        runs.connect(request.toBuilder().dryRun(true).build());
        assertUntouched(simulator);
        runs.connect(request.toBuilder().prune(false).build());
        assertUntouched(simulator);
    }

    private static String one() {
        return "{\"id\":\"11111111-1c8e-4a7e-9d55-6f7a8b9c0d01\",\"name\":\"shop-web\",\"size\":1000,"
                + "\"defaultBranch\":\"refs/heads/main\"}";
    }
}
