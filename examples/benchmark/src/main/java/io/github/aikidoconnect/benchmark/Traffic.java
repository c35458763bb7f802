package io.github.aikidoconnect.benchmark;

import io.github.aikidoconnect.simulator.CallCount;
import io.github.aikidoconnect.simulator.http.Exchange;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The calls of a run over many workspaces, as the simulator has seen them. */
record Traffic(List<Exchange> exchanges) {

    private static final double MINUTE = Duration.ofMinutes(1).toNanos();

    CallCount calls() {
        return new CallCount(exchanges);
    }

    /** The calls to each workspace: a run has one access token for each. */
    Collection<List<Exchange>> byWorkspace() {
        Map<String, List<Exchange>> calls = exchanges.stream()
                .filter(Exchange::aikidoApi)
                .collect(Collectors.groupingBy(exchange -> String.valueOf(exchange.requestHeader("authorization"))));
        return calls.values();
    }

    /** The most calls to one workspace. */
    int busiest() {
        return byWorkspace().stream().mapToInt(List::size).max().orElse(0);
    }

    /** The most looks for arrivals in one workspace. */
    int looks() {
        return byWorkspace().stream().mapToInt(CallsBenchmark::polls).max().orElse(0);
    }

    /** The most calls to one workspace besides its looks for arrivals. */
    int busiestWithoutLooks() {
        return byWorkspace().stream()
                .mapToInt(calls -> calls.size() - CallsBenchmark.polls(calls))
                .max()
                .orElse(0);
    }

    /** The minutes from the first call to Aikido to the last one, whatever workspaces they are for. */
    double minutes() {
        long[] starts = exchanges.stream()
                .filter(Exchange::aikidoApi)
                .mapToLong(Exchange::startNanos)
                .sorted()
                .toArray();
        return starts.length == 0 ? 0 : (starts[starts.length - 1] - starts[0]) / MINUTE;
    }
}
