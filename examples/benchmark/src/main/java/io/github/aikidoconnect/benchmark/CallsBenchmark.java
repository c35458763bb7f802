package io.github.aikidoconnect.benchmark;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.http.Exchange;
import java.util.List;

/** Counts the calls of a first and of a second run. */
final class CallsBenchmark implements Benchmark {

    private static final int PAGE = 200;
    private static final int[][] LISTED_AND_MISSING = {{0, 10}, {200, 10}, {1000, 100}, {2000, 300}, {10_000, 20}};

    @Override
    public void run(Results results) {
        results.heading("Calls to Aikido");
        results.columns("listed", "missing", "first run", "of these polls", "at most", "second run", "at most");
        for (int[] size : LISTED_AND_MISSING) {
            measure(results, size[0], size[1]);
        }
    }

    private static void measure(Results results, int listed, int missing) {
        try (Simulator simulator = Simulator.start(Estate.project(listed + missing, listed, listed));
                AikidoConnect aikido = AikidoConnect.create()) {
            ConnectRequest request =
                    Estate.request(simulator.azureUrl(), simulator.aikidoUrl()).build();
            ConnectReport connected = aikido.connect(request);
            int first = simulator.calls().aikido();
            int polls = polls(simulator.exchanges());
            aikido.connect(request);
            int second = simulator.calls().aikido() - first;
            int firstLimit = missing + 2 * pages(listed) + 5 + pages(listed + missing) + 1;
            int secondLimit = pages(listed + missing) + 3;
            results.row(listed, missing, first, polls, firstLimit + " + polls", second, secondLimit);
            String size = " with " + listed + " repositories and " + missing + " missing";
            results.exactly("Repositories connected" + size, connected.summary().activated(), missing);
            results.atMost("Calls of a first run" + size, first - polls, firstLimit);
            results.atMost("Calls of a second run" + size, second, secondLimit);
        }
    }

    /** Returns the number of calls for the list between the start of the import and the last activation. */
    static int polls(List<Exchange> exchanges) {
        boolean importing = false;
        int sinceActivation = 0;
        int polls = 0;
        for (Exchange exchange : exchanges) {
            importing |= exchange.path().endsWith("/repositories/import");
            sinceActivation +=
                    importing && exchange.aikidoApi() && exchange.method().equals("GET") ? 1 : 0;
            if (exchange.path().endsWith("/repositories/code/activate")) {
                polls += sinceActivation;
                sinceActivation = 0;
            }
        }
        return polls;
    }

    static int pages(int repositories) {
        return (repositories + PAGE - 1) / PAGE;
    }
}
