package io.github.aikidoconnect.simulator;

import io.github.aikidoconnect.simulator.http.Exchange;
import java.time.Duration;
import java.util.List;

/** Counts calls. */
public record CallCount(List<Exchange> exchanges) {
    /** The calls to Azure DevOps. */
    public int azure() {
        return (int) exchanges.stream().filter(Exchange::azure).count();
    }

    /** The calls to Aikido's API, those that were refused included and those for an access token not. */
    public int aikido() {
        return (int) exchanges.stream().filter(Exchange::aikidoApi).count();
    }

    /** The calls to Aikido's API that were refused because there were too many. */
    public int refused() {
        return (int) exchanges.stream()
                .filter(e -> e.aikidoApi() && e.status() == 429)
                .count();
    }

    /** The most calls to Aikido's API, refused ones included, that came in within any stretch of this length. */
    public int mostWithin(Duration window) {
        long[] starts = exchanges.stream()
                .filter(Exchange::aikidoApi)
                .mapToLong(Exchange::startNanos)
                .sorted()
                .toArray();
        int most = 0;
        int first = 0;
        for (int last = 0; last < starts.length; last++) {
            while (starts[last] - starts[first] >= window.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
