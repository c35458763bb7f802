package io.github.aikidoconnect.ending;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.testing.ReportSchema;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run that ends in the middle of its work; {@link InterruptTest} has those that have not begun it. */
class BrokenOffRunTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(imported(Setup.shop()));

    private final CountDownLatch oneIsDone = new CountDownLatch(1);
    private final AikidoConnect aikido = AikidoConnect.builder()
            .progress(event -> {
                if (event instanceof Progress.Item) {
                    oneIsDone.countDown();
                }
            })
            .build();

    @Test
    void returnsAReportOfWhatWasDoneAndAFurtherRunDoesTheRest(Simulator simulator) throws Exception {
        simulator.faults().add(new FaultRule(Match.path("**/activate"), Fault.hang(), 1, 0));
        CompletableFuture<ConnectReport> ended = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread thread = start(simulator, ended, interrupted);
        assertThat(oneIsDone.await(1, TimeUnit.MINUTES)).isTrue();
        thread.interrupt();

        ConnectReport report = ended.get(1, TimeUnit.MINUTES);
        assertThat(interrupted.get()).as("the interrupt status is set again").isTrue();
        ReportSchema.verify(report);
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(codes(report)).containsExactly(ProblemCode.PARTIAL);
        assertThat(report.problems().get(0).message()).isEqualTo("The run was interrupted.");
        assertThat(report.repositories())
                .filteredOn(repository -> repository.action() == Action.ACTIVATE)
                .extracting(RepositoryReport::result)
                .containsExactlyInAnyOrder(Result.DONE, Result.SKIPPED, Result.SKIPPED, Result.SKIPPED);
        assertThat(report.repositories())
                .filteredOn(
                        repository -> repository.action() == Action.ACTIVATE && repository.result() == Result.SKIPPED)
                .extracting(RepositoryReport::reason)
                .containsOnly("The run ended before this change was made; the next run makes it.");
        assertThat(report.summary().failed()).isZero();
        assertThat(report.toText()).contains("not reached").doesNotContain("FAILED");
        assertThat(report.toHtml()).contains("not reached");

        simulator.faults().clear();
        assertThat(Runs.create().connect(request(simulator).build()).isSuccess())
                .isTrue();
        assertThat(simulator.workspace().monitored()).hasSize(4);
    }

    private Thread start(
            Simulator simulator, CompletableFuture<ConnectReport> ended, CompletableFuture<Boolean> interrupted) {
        Thread thread = new Thread(() -> {
            try {
                ended.complete(aikido.connect(request(simulator).build()));
                interrupted.complete(Thread.currentThread().isInterrupted());
            } catch (RuntimeException e) {
                ended.completeExceptionally(e);
            }
        });
        thread.start();
        return thread;
    }
}
