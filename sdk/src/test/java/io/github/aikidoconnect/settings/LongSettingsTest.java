package io.github.aikidoconnect.settings;

import static io.github.aikidoconnect.testing.Wanted.all;
import static io.github.aikidoconnect.testing.Wanted.listed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.limit.FastTime;
import io.github.aikidoconnect.internal.run.InjectedTime;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.testing.ReportSchema;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many settings take minutes at Aikido's limit: the run says so, may end in time, and the next one continues. */
class LongSettingsTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.large(30, true));

    private final List<Progress> progress = new CopyOnWriteArrayList<>();

    /** Longer than the run may take, so that no call which the limit does not let through at once is waited for. */
    private final AikidoConnect aikido = InjectedTime.builder(Duration.ofMinutes(5), new FastTime())
            .callFolder(null)
            .progress(progress::add)
            .build();

    private List<String> estimates() {
        return progress.stream()
                .filter(Progress.Estimate.class::isInstance)
                .map(Progress::message)
                .toList();
    }

    @Test
    void countsTheCallsInAdvance(Simulator simulator) {
        ConnectRequest request = Wanted.with(Setup.request(simulator).callsPerMinute(100), listed())
                .build();

        aikido.plan(request);

        assertThat(estimates())
                .containsExactly("90 settings would take about 4 minutes at Aikido's limit of 100 calls a minute");
    }

    @Test
    void countsThePagesToo(Simulator simulator) {
        ConnectRequest request = Wanted.with(
                        Setup.request(simulator).callsPerMinute(100),
                        listed(),
                        all(settings -> settings.excludePaths(List.of("generated/"))))
                .build();

        aikido.plan(request);

        assertThat(estimates())
                .containsExactly("90 settings and 30 pages with excluded paths would take about 6 minutes at Aikido's"
                        + " limit of 100 calls a minute");
    }

    @Test
    void endsInTimeAndTheNextRunGoesOnWhereTheStateSays(Simulator simulator) {
        ConnectRequest limited = Wanted.with(
                        Setup.request(simulator).callsPerMinute(14).maxDuration(Duration.ofMinutes(1)), listed())
                .build();

        ConnectReport first = aikido.connect(limited);

        ReportSchema.verify(first);
        assertThat(first.outcome()).as(first.toText()).isEqualTo(Outcome.PARTIAL);
        int done = Setup.writes(simulator).size();
        assertThat(done).isBetween(1, 14);
        assertThat(first.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "The run reached its time limit of 1 minute: " + (90 - done) + " of 90 changes remain.");
        assertThat(first.repositories())
                .flatMap(repository -> repository.settings())
                .filteredOn(setting -> setting.result() == Result.DONE)
                .hasSize(done);

        ConnectReport second = aikido.connect(
                limited.toBuilder().callsPerMinute(1000).maxDuration(null).build());

        assertThat(second.isSuccess()).as(second.toText()).isTrue();
        assertThat(Setup.writes(simulator)).hasSize(90);
    }

    @Test
    void leavesPathsForTheNextRunWhenTheTimeIsOver(Simulator simulator) {
        ConnectRequest limited = Wanted.with(
                        Setup.request(simulator).callsPerMinute(14).maxDuration(Duration.ofMinutes(1)),
                        all(settings -> settings.excludePaths(List.of("generated/"))))
                .build();

        ConnectReport first = aikido.connect(limited);

        ReportSchema.verify(first);
        assertThat(first.outcome()).isNotEqualTo(Outcome.SUCCESS);
        ConnectReport second = aikido.connect(
                limited.toBuilder().callsPerMinute(1000).maxDuration(null).build());
        assertThat(second.isSuccess()).as(second.toText()).isTrue();
        assertThat(simulator.workspace().repositories())
                .allSatisfy(repository -> assertThat(
                                simulator.workspace().settings().excludedPaths(repository.id()))
                        .containsExactly("generated/"));
    }
}
