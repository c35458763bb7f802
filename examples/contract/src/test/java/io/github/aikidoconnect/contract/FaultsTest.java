package io.github.aikidoconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes wrong on purpose. */
class FaultsTest {
    private static final String PROJECTS = "/contoso/_apis/projects?" + Client.VERSION;
    private static final Match PROJECT_LIST = Match.path("/azure/*/_apis/projects");
    private static final String ACTIVATE = "/repositories/code/activate";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    @Test
    void answersSomethingElseAsOftenAsItIsTold(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        simulator
                .faults()
                .times(
                        2,
                        PROJECT_LIST,
                        Fault.answer(502, "text/plain", "bad gateway").withHeaders(Map.of("Retry-After", "1")));

        HttpResponse<String> first = client.azure(PROJECTS);
        assertThat(first.statusCode()).isEqualTo(502);
        assertThat(first.body()).isEqualTo("bad gateway");
        assertThat(first.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(client.azure(PROJECTS).statusCode()).isEqualTo(502);
        assertThat(client.azure(PROJECTS).statusCode()).isEqualTo(200);
        assertThat(simulator.exchanges()).extracting(Exchange::faulted).containsExactly(true, true, false);
    }

    @Test
    void happensFromACallOnAndToMatchingCallsOnly(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        simulator.faults().add(new FaultRule(PROJECT_LIST, Fault.answer(500), 1, 0));

        assertThat(client.azure(PROJECTS).statusCode()).isEqualTo(200);
        assertThat(client.azure(PROJECTS).statusCode()).isEqualTo(500);
        assertThat(client.azure("/contoso/_apis/projects/Payments?" + Client.VERSION)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.azure(PROJECTS).statusCode()).isEqualTo(500);
        simulator.faults().clear();
        assertThat(client.azure(PROJECTS).statusCode()).isEqualTo(200);
    }

    @Test
    void comesFromTheScenario() throws Exception {
        FaultRule rule = new FaultRule(PROJECT_LIST.withQuery("api-version"), Fault.answer(503), 0, 1);
        Client client = new Client(simulators.start(Scenario.shop().withFaults(List.of(rule))));

        assertThat(client.azure(PROJECTS).statusCode()).isEqualTo(503);
        assertThat(client.azure(PROJECTS).statusCode()).isEqualTo(200);
    }

    @Test
    void delaysAnAnswerThatStaysTheServicesOwn(Simulator simulator) throws Exception {
        simulator.faults().once(PROJECT_LIST, Fault.delay(Duration.ofMillis(200)));

        assertThat(new Client(simulator).azure(PROJECTS).statusCode()).isEqualTo(200);

        Exchange exchange = simulator.exchanges().get(0);
        assertThat(Duration.ofNanos(exchange.endNanos() - exchange.startNanos()))
                .isGreaterThan(Duration.ofMillis(190));
        assertThat(exchange.faulted()).isFalse();
    }

    @Test
    void resetsTheConnectionAndDoesNothing() throws Exception {
        Simulator simulator = simulators.start(withRepository());
        Client client = new Client(simulator);
        String token = client.accessToken();
        simulator.faults().once(Match.of("POST", "**/activate"), Fault.reset());

        assertThatThrownBy(() -> client.post(token, ACTIVATE, "{\"code_repo_id\":1}"))
                .isInstanceOf(IOException.class);
        assertThat(simulator.workspace().monitored()).isEmpty();
    }

    @Test
    void losesTheAnswerOfACallThatWasCarriedOut() throws Exception {
        Simulator simulator = simulators.start(withRepository());
        Client client = new Client(simulator);
        String token = client.accessToken();
        simulator.faults().once(Match.of("POST", "**/activate"), Fault.lostAnswer());

        assertThatThrownBy(() -> client.post(token, ACTIVATE, "{\"code_repo_id\":1}"))
                .isInstanceOf(IOException.class);
        assertThat(simulator.workspace().monitored()).containsExactly("repo");
    }

    @Test
    void cutsAnAnswerInTheMiddle(Simulator simulator) {
        simulator.faults().once(PROJECT_LIST, Fault.truncate());

        assertThatThrownBy(() -> new Client(simulator).azure(PROJECTS)).isInstanceOf(IOException.class);
    }

    @Test
    void hangsUntilTheSimulatorIsClosed() throws Exception {
        Simulator simulator = simulators.start(Scenario.shop());
        simulator.faults().always(Match.path("**"), Fault.hang());
        CompletableFuture<Boolean> failed = CompletableFuture.supplyAsync(() -> {
            try {
                new Client(simulator).azure(PROJECTS);
                return false;
            } catch (IOException e) {
                return true;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        while (simulator.exchanges().isEmpty()) {
            Thread.sleep(10);
        }

        assertThat(failed).isNotDone();
        simulator.close();
        assertThat(failed.get()).isTrue();
    }

    private static Scenario withRepository() {
        return Scenario.shop()
                .workspace(w -> w.withRepositories(List.of(CodeRepository.of(1, "repo", false, "id", "https://x/1"))));
    }
}
