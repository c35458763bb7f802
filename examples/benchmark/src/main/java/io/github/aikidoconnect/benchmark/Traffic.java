package io.github.aikidoconnect.benchmark;

import io.github.aikidoconnect.simulator.CallCount;
import io.github.aikidoconnect.simulator.http.Exchange;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The calls of a run over many workspaces, as recorded by the simulator. */
record Traffic(List<Exchange> exchanges) {

    private static final double MINUTE = Duration.ofMinutes(1).toNanos();

    CallCount calls() {
        return new CallCount(exchanges);
    }

    /** Returns the calls by workspace: a run has one access token for each. */
    Collection<List<Exchange>> byWorkspace() {
        Map<String, List<Exchange>> calls = exchanges.stream()
                .filter(Exchange::aikidoApi)
                .collect(Collectors.groupingBy(exchange -> String.valueOf(exchange.requestHeader("authorization"))));
        return calls.values();
    }

    /** Returns the largest number of calls to one workspace. */
    int busiest() {
        return byWorkspace().stream().mapToInt(List::size).max().orElse(0);
    }

    /** Returns the largest number of polls in one workspace. */
    int looks() {
        return byWorkspace().stream().mapToInt(CallsBenchmark::polls).max().orElse(0);
    }

    /** Returns the largest number of calls to one workspace without polls. */
    int busiestWithoutLooks() {
        return byWorkspace().stream()
                .mapToInt(calls -> calls.size() - CallsBenchmark.polls(calls))
                .max()
                .orElse(0);
    }

    /** Returns the minutes from the first to the last call to Aikido, over all workspaces. */
    double minutes() {
        long[] starts = exchanges.stream()
                .filter(Exchange::aikidoApi)
                .mapToLong(Exchange::startNanos)
                .sorted()
                .toArray();
        return starts.length == 0 ? 0 : (starts[starts.length - 1] - starts[0]) / MINUTE;
    }
}
