package io.github.aikidoconnect.ending;

import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.testing.ReportSchema;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run is interrupted in each of its waits, which would last for a minute or more; the next run finishes its work. */
class InterruptedWaitTest {

    /** Far below what it would wait, and far above what a slow machine takes to end. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(imported(Setup.shop()));

    @Test
    void forTheCallsThatTheLimitAllows(Simulator simulator) throws Exception {
        ConnectReport report = interruptWhen("Aikido allows", request(simulator).callsPerMinute(5));
        assertThat(report.repositories())
                .filteredOn(
                        repository -> repository.action() == Action.ACTIVATE && repository.result() == Result.SKIPPED)
                .isNotEmpty();
        assertTheNextRunFinishes(simulator);
    }

    @Test
    void forAnImport() throws Exception {
        Simulator simulator = simulators.start(Setup.shop().imports(imports -> imports.withDelayMillis(0)));
        simulator.faults().add(emptyListAfter(1));
        interruptWhen("Aikido is importing", request(simulator).syncTimeout(Duration.ofHours(1)));
        assertTheNextRunFinishes(simulator);
    }

    @Test
    void toAskForAnAccessTokenAgain(Simulator simulator) throws Exception {
        simulator
                .faults()
                .always(Match.path("**/oauth/token"), Fault.answer(429).withHeaders(Map.of("Retry-After", "60")));
        interruptWhen("limited the rate", request(simulator));
        assertTheNextRunFinishes(simulator);
    }

    @Test
    void forTheStateAfterAnAnswerWasLost(Simulator simulator) throws Exception {
        simulator.faults().always(Match.path("**/activate"), Fault.lostAnswer());
        simulator.faults().add(new FaultRule(Match.path("**/repositories/code"), Fault.hang(), 2, 0));
        interruptWhen("Reading the list again", request(simulator).timeout(Duration.ofMinutes(5)));
        assertTheNextRunFinishes(simulator);
        assertThat(simulator.exchanges())
                .as("what took effect is not done twice")
                .noneMatch(exchange -> exchange.responseBody().contains("was_already_activated\":1"));
    }

    private static FaultRule emptyListAfter(int pages) {
        Fault empty = Fault.answer(200, "application/json", "[]");
        return new FaultRule(Match.path("**/repositories/code"), empty, pages, 0);
    }

    private ConnectReport interruptWhen(String message, ConnectRequest.Builder request) throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        AikidoConnect aikido = AikidoConnect.builder()
                .progress(event -> {
                    if (event.message().contains(message)) {
                        waits.countDown();
                    }
                })
                .build();
        CompletableFuture<ConnectReport> ended = new CompletableFuture<>();
        Thread thread = new Thread(() -> ended.complete(aikido.connect(request.build())));
        thread.setDaemon(true);
        thread.start();
        assertThat(waits.await(1, TimeUnit.MINUTES)).as(message).isTrue();
        thread.interrupt();

        ConnectReport report = ended.get(AT_ONCE.toSeconds(), TimeUnit.SECONDS);
        ReportSchema.verify(report);
        assertThat(report.problems()).extracting(Problem::message).contains("The run was interrupted.");
        assertThat(report.isSuccess()).isFalse();
        return report;
    }

    private static void assertTheNextRunFinishes(Simulator simulator) {
        simulator.faults().clear();
        ConnectReport next = Runs.create().connect(request(simulator).build());
        assertThat(next.isSuccess()).as(next.toText()).isTrue();
        assertThat(simulator.workspace().monitored()).hasSize(4);
    }
}
