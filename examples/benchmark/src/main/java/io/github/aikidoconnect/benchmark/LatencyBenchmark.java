package io.github.aikidoconnect.benchmark;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Measures the number of sequential round trips of a check. */
final class LatencyBenchmark implements Benchmark {

    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final int REPETITIONS = 9;
    private static final int MOST = 3;

    @Override
    public void run(Results results) {
        results.heading("Round trips of a check with " + LATENCY.toMillis() + " ms of latency");
        results.columns(
                "repositories", "ms without", "ms with", "difference in round trips", "calls one after another");
        for (int repositories : new int[] {10, 150}) {
            measure(results, repositories);
        }
    }

    private static void measure(Results results, int repositories) {
        double[] without = new double[REPETITIONS];
        double[] with = new double[REPETITIONS];
        int chain = Integer.MAX_VALUE;
        for (int i = 0; i < REPETITIONS; i++) {
            // The two run alternately, so that other load on the machine affects both equally.
            try (Simulator fast = Simulator.start(Estate.project(repositories, repositories, repositories));
                    Simulator slow = Simulator.start(Estate.project(repositories, repositories, repositories))) {
                slow.faults().always(Match.path("/**"), Fault.delay(LATENCY));
                without[i] = check(fast);
                with[i] = check(slow);
                chain = Math.min(chain, chain(slow.exchanges()));
            }
        }
        double trips = (median(with) - median(without)) / LATENCY.toMillis();
        results.row(
                repositories,
                "%.0f".formatted(median(without)),
                "%.0f".formatted(median(with)),
                "%.2f".formatted(trips),
                chain);
        results.atMost("Calls after one another", chain, MOST);
    }

    private static double check(Simulator simulator) {
        long start = System.nanoTime();
        try (AikidoConnect aikido = AikidoConnect.create()) {
            aikido.check(
                    Estate.request(simulator.azureUrl(), simulator.aikidoUrl()).build());
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** Returns the length of the longest chain of calls in which each began after the answer of the previous one. */
    private static int chain(List<Exchange> exchanges) {
        int length = 0;
        long end = Long.MIN_VALUE;
        for (Exchange exchange : exchanges.stream()
                .sorted(Comparator.comparingLong(Exchange::endNanos))
                .toList()) {
            if (exchange.startNanos() >= end) {
                end = exchange.endNanos();
                length++;
            }
        }
        return length;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
