package io.github.aikidoconnect.testing;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.ProjectSettings;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runs that people make most, and the calls that each of them sent. Needs nothing but the public API, so that the calls
 * of another version of the SDK can be recorded with it.
 */
public final class MainRuns {

    private final Supplier<AikidoConnect> entries;
    private final List<String> lines = new ArrayList<>();

    private MainRuns(Supplier<AikidoConnect> entries) {
        this.entries = entries;
    }

    /** Runs each goal, and returns the calls, a line each, below the name of the run. */
    public static List<String> record(Supplier<AikidoConnect> entries) {
        MainRuns runs = new MainRuns(entries);
        Scenario shop = Setup.shop().imports(imports -> imports.withDelayMillis(0));
        try (Simulator simulator = Simulator.start(shop)) {
            ConnectRequest request = request(simulator).build();
            runs.record("check", simulator, aikido -> aikido.check(request));
            runs.record("list", simulator, aikido -> aikido.list(request));
            runs.record(
                    "list of projects",
                    simulator,
                    aikido -> aikido.list(request(simulator).project(null).build()));
            runs.record("plan", simulator, aikido -> aikido.plan(request));
            runs.record("connect, first run", simulator, aikido -> aikido.connect(request));
            runs.record("connect, second run", simulator, aikido -> aikido.connect(request));
            runs.record(
                    "connect, with handover and scan",
                    simulator,
                    aikido -> aikido.connect(request(simulator)
                            .handover(Handover.ALWAYS)
                            .scan(true)
                            .build()));
            runs.record("status", simulator, aikido -> aikido.status(request));
            runs.record("coverage", simulator, aikido -> aikido.coverage(everyProject(simulator)));
        }
        try (Simulator simulator = Simulator.start(shop)) {
            // Projects are connected at the same time.
            runs.record("connect, every project", simulator, aikido -> aikido.connect(everyProject(simulator)));
            runs.sortLastRun();
        }
        for (TokenAction action : List.of(TokenAction.LIST, TokenAction.ROTATE)) {
            try (Simulator simulator = Simulator.start(shop)) {
                TokenRequest request =
                        TokenRequest.builder(manager(simulator)).action(action).build();
                runs.record("token " + action, simulator, aikido -> aikido.token(request));
            }
        }
        return runs.lines;
    }

    private static ConnectRequest.Builder request(Simulator simulator) {
        return Runs.shop(simulator).callsPerMinute(1000);
    }

    private static OrganizationRequest everyProject(Simulator simulator) {
        ConnectRequest common =
                request(simulator).project(null).allowSharedWorkspace(true).build();
        return OrganizationRequest.builder(common)
                .project("*", ProjectSettings.NONE)
                .build();
    }

    private static ConnectRequest manager(Simulator simulator) {
        return request(simulator)
                .project(null)
                .azureToken(null)
                .entraAccess(EntraAccess.of(Secret.of(Shop.ENTRA_TOKEN)))
                .build();
    }

    private void record(String name, Simulator simulator, Function<AikidoConnect, ConnectReport> run) {
        int before = simulator.exchanges().size();
        ConnectReport report;
        try (AikidoConnect aikido = entries.get()) {
            report = run.apply(aikido);
        }
        lines.add("== " + name + ": " + report.outcome());
        List<Exchange> exchanges = simulator.exchanges();
        List<Exchange> sent = exchanges.subList(before, exchanges.size());
        lines.addAll(inOrder(sent.stream().filter(Exchange::azure).toList()));
        lines.addAll(inOrder(sent.stream().filter(exchange -> !exchange.azure()).toList()));
    }

    private void sortLastRun() {
        int start = lines.size();
        while (!lines.get(start - 1).startsWith("==")) {
            start--;
        }
        lines.subList(start, lines.size()).sort(null);
    }

    /** Calls that may be sent at the same time, reads and writes of one kind, are sorted. */
    private static List<String> inOrder(List<Exchange> exchanges) {
        List<String> all = new ArrayList<>();
        List<String> together = new ArrayList<>();
        String kind = "";
        List<Exchange> sent = exchanges.stream()
                .sorted(Comparator.comparingLong(Exchange::startNanos))
                .toList();
        for (Exchange exchange : sent) {
            String next = exchange.method() + (exchange.method().equals("GET") ? "" : exchange.path());
            if (!next.equals(kind)) {
                together.stream().sorted().forEach(all::add);
                together.clear();
                kind = next;
            }
            together.add(text(exchange));
        }
        together.stream().sorted().forEach(all::add);
        return all;
    }

    private static String text(Exchange exchange) {
        String query = Stream.of(exchange.query().split("&", -1)).sorted().collect(Collectors.joining("&"));
        return exchange.method() + " " + exchange.path() + (query.isEmpty() ? "" : "?" + query) + " "
                + exchange.status();
    }
}
