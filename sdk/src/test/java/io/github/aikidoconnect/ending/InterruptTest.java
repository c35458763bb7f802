package io.github.aikidoconnect.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.ReportSchema;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is told to stop ends at once, with a report. */
class InterruptTest {

    /** Far below the time limit of a call, and far above what a slow machine takes. */
    private static final Duration AT_ONCE = Duration.ofSeconds(15);

    private static final Duration LIMIT_OF_A_CALL = Duration.ofMinutes(1);

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    private final AikidoConnect aikido = AikidoConnect.create();

    private record Ending(ConnectReport report, boolean interrupted) {}

    @ParameterizedTest
    @ValueSource(strings = {"**", "/azure/**", "/aikido/**", "**/tfvc/items", "**/git/repositories"})
    void endsARunWhoseThreadIsInterrupted(String hangs, Simulator simulator) throws Exception {
        simulator.faults().always(Match.path(hangs), Fault.hang());

        assertEndsWhenInterrupted(simulator);
    }

    @Test
    void endsARunThatWaitsToCallAgain(Simulator simulator) throws Exception {
        simulator.faults().always(Match.path("**/connectionData"), Setup.retryAfter(503, "60"));

        assertEndsWhenInterrupted(simulator);
    }

    private void assertEndsWhenInterrupted(Simulator simulator) throws Exception {
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        Thread thread = start(simulator, ending);

        awaitHanging(simulator);
        thread.interrupt();

        assertEnded(ending);
    }

    @Test
    void endsTheRunsOfAnEntryThatIsClosed(Simulator simulator) throws Exception {
        simulator.faults().always(Match.path("/azure/**"), Fault.hang());
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        start(simulator, ending);

        awaitHanging(simulator);
        aikido.close();

        assertEnded(ending);
        ConnectRequest request = Runs.shop(simulator).build();
        assertThatIllegalStateException().isThrownBy(() -> aikido.check(request));
    }

    @Test
    void endsARunOfAThreadThatWasInterruptedBefore(Simulator simulator) throws Exception {
        simulator.faults().always(Match.path("/azure/**"), Fault.hang());
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            Thread.currentThread().interrupt();
            run(simulator, ending);
        });
        thread.start();

        assertEnded(ending);
    }

    @Test
    void namesTheTokenThatARunHadMadeWhenItWasInterrupted() throws Exception {
        Simulator tokens = simulators.start(Tokens.shop());
        tokens.faults().always(Match.path("**/code-scanning"), Fault.hang());
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        TokenRequest request = Tokens.request(tokens, TokenAction.CREATE).build();
        Thread thread = new Thread(() -> {
            ConnectReport report = aikido.token(request);
            ending.complete(new Ending(report, Thread.currentThread().isInterrupted()));
        });
        thread.start();

        awaitHanging(tokens);
        thread.interrupt();

        assertEnded(ending);
        assertThat(ending.get().report().tokens())
                .singleElement()
                .satisfies(token -> assertThat(token.reason()).contains("The next rotation replaces it"))
                .extracting(TokenReport::id)
                .isEqualTo(tokens.tokens().active().get(1).id());
    }

    private Thread start(Simulator simulator, CompletableFuture<Ending> ending) {
        Thread thread = new Thread(() -> run(simulator, ending));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void run(Simulator simulator, CompletableFuture<Ending> ending) {
        try {
            ConnectReport report =
                    aikido.connect(Runs.shop(simulator).timeout(LIMIT_OF_A_CALL).build());
            ending.complete(new Ending(report, Thread.currentThread().isInterrupted()));
        } catch (RuntimeException e) {
            ending.completeExceptionally(e);
        }
    }

    private static void assertEnded(CompletableFuture<Ending> ending) throws Exception {
        Ending ended = ending.get(AT_ONCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(ended.interrupted()).isTrue();
        ReportSchema.verify(ended.report());
        assertThat(ended.report().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ended.report().problems()).extracting(Problem::message).contains("The run was interrupted.");
    }

    private static void awaitHanging(Simulator simulator) throws InterruptedException {
        while (simulator.exchanges().stream().noneMatch(exchange -> exchange.faulted())) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
