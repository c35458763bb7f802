package io.github.aikidoconnect.simulator;

import io.github.aikidoconnect.simulator.http.Exchange;
import java.time.Duration;
import java.util.List;

/** Counts calls. */
public record CallCount(List<Exchange> exchanges) {
    /** Returns the number of calls to Azure DevOps. */
    public int azure() {
        return (int) exchanges.stream().filter(Exchange::azure).count();
    }

    /** Returns the number of calls to Aikido's API, including refused ones, without requests for an access token. */
    public int aikido() {
        return (int) exchanges.stream().filter(Exchange::aikidoApi).count();
    }

    /** Returns the number of calls to Aikido's API that the rate limit refused. */
    public int refused() {
        return (int) exchanges.stream()
                .filter(e -> e.aikidoApi() && e.status() == 429)
                .count();
    }

    /** Returns the largest number of calls to Aikido's API, including refused ones, in any period of the given length. */
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
