package io.github.aikidoconnect.benchmark;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import java.time.Duration;
import java.util.List;

/** Measures how much longer a run takes than the rate limit requires, in real minutes. */
final class WaitingBenchmark implements Benchmark {

    private static final int LIMIT = 20;
    private static final int REPOSITORIES = 55;
    private static final Duration LATENCY = Duration.ofMillis(500);
    private static final double MINUTE = Duration.ofMinutes(1).toNanos();

    @Override
    public void run(Results results) {
        results.heading("Waiting for the limit of " + LIMIT + " calls a minute");
        results.columns("latency", "calls", "minutes at least", "minutes from first to last call", "ratio", "429");
        measure(results, LATENCY);
    }

    private static void measure(Results results, Duration latency) {
        try (Simulator simulator = Simulator.start(Estate.project(REPOSITORIES, REPOSITORIES, 0)
                        .workspace(workspace -> workspace.withCallsPerWindow(LIMIT)));
                AikidoConnect aikido = AikidoConnect.create()) {
            simulator.faults().always(Match.path("/aikido/**"), Fault.delay(latency));
            aikido.connect(Estate.request(simulator.azureUrl(), simulator.aikidoUrl())
                    .callsPerMinute(LIMIT)
                    .build());
            List<Exchange> calls =
                    simulator.exchanges().stream().filter(Exchange::aikidoApi).toList();
            long first = calls.stream().mapToLong(Exchange::startNanos).min().orElseThrow();
            long last = calls.stream().mapToLong(Exchange::startNanos).max().orElseThrow();
            int least = (calls.size() - 1) / LIMIT;
            double minutes = (last - first) / MINUTE;
            results.row(
                    latency.toMillis() + " ms",
                    calls.size(),
                    least,
                    "%.3f".formatted(minutes),
                    "%.3f".formatted(minutes / least),
                    simulator.calls().refused());
            results.exactly("Refused calls", simulator.calls().refused(), 0);
            results.exactly(
                    "Monitored repositories", simulator.workspace().monitored().size(), REPOSITORIES);
        }
    }
}
