package io.github.aikidoconnect.benchmark;

import static io.github.aikidoconnect.benchmark.MeasuredRuns.number;

import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Company;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Measures runs over many projects, each with a workspace that has its own rate limit. */
final class OrganizationBenchmark implements Benchmark {

    private static final int LIMIT = 20;
    private static final Duration LATENCY = Duration.ofMillis(200);

    /**
     * The calls to Azure DevOps that all projects share, without the pages of the list of projects. Two of them list the
     * repositories of all projects, so that no project takes a call of its own.
     */
    private static final int IN_COMMON = 11;

    private static final int PROJECTS_ON_A_PAGE = 100;

    private static final int REPETITIONS = 3;

    /** The heap in MiB that is enough for all runs. */
    private static final int HEAP = 64;

    private static final int LEAST_HEAP = 16;
    private static final double MIB = 1 << 20;

    private final Path directory;
    private final MeasuredRuns runs;
    private final int projects;
    private final int repositories;

    OrganizationBenchmark(Path directory) {
        this.directory = directory.resolve("organization");
        this.runs = new MeasuredRuns(CompanyRun.class, this.directory);
        String[] size = System.getProperty("benchmark.organization", "200x50").split("x", 2);
        this.projects = Integer.parseInt(size[0]);
        this.repositories = Integer.parseInt(size[1]);
    }

    @Override
    public void run(Results results) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        results.heading(projects + " projects with " + repositories + " repositories each");
        results.columns(
                "latency",
                "calls to Aikido",
                "of the busiest workspace",
                "minutes at least",
                "minutes from first to last call",
                "ratio",
                "429");
        List<Row> rows = new ArrayList<>();
        rows.add(connect(results, "first run", Duration.ZERO));
        rows.add(connect(results, "first run with latency", LATENCY));
        results.line("");
        results.line("One project after the other: %d minutes at least, %d for each"
                .formatted(
                        least(rows.get(0).count("aikidoEach")) * projects,
                        least(rows.get(0).count("aikidoEach"))));
        again(results, rows);
        counts(results, rows);
        costs(results, rows);
    }

    private void counts(Results results, List<Row> rows) {
        results.line("");
        results.columns(
                "run",
                "calls to Azure DevOps",
                "in common",
                "for each project",
                "calls to Aikido",
                "for each project",
                "of these looks for arrivals",
                "at most");
        rows.forEach(row -> results.row(
                row.run(),
                row.count("azure"),
                row.count("azureInCommon"),
                row.count("azureEach"),
                row.count("aikido"),
                row.count("aikidoEach"),
                row.looks(),
                row.looks() == 0 ? secondAtMost() : firstAtMost() + " + looks"));
    }

    private static void costs(Results results, List<Row> rows) {
        results.line("");
        results.columns(
                "run",
                "s",
                "s of processor",
                "threads at most",
                "MiB of heap held at the end",
                "MiB resident at most",
                "MiB of heap needed");
        rows.forEach(row -> results.row(
                row.run(),
                "%.1f".formatted(row.count("millis") / 1000.0),
                "%.1f".formatted(row.count("processorMillis") / 1000.0),
                row.count("threads"),
                "%.0f".formatted(row.count("held") / MIB),
                "%.0f".formatted(row.count("residentKib") / 1024.0),
                row.heap()));
    }

    /**
     * A run.
     *
     * @param measured the results
     * @param looks the largest number of polls in a workspace
     * @param heap the heap that the run needs, in MiB
     */
    private record Row(String run, Properties measured, int looks, String heap) {

        long count(String name) {
            return (long) number(measured, name);
        }
    }

    /**
     * Measures a run for which everything is missing in Aikido and each workspace has its rate limit, and a second run
     * without changes.
     */
    private Row connect(Results results, String name, Duration latency) throws IOException, InterruptedException {
        Scenario company = Company.scenario(projects, repositories);
        Scenario scenario = latency.isZero()
                ? company
                : company.withFaults(List.of(new FaultRule(Match.path("/**"), Fault.delay(latency), 0, 0)));
        Path folder = Files.createDirectories(directory.resolve("latency-" + latency.toMillis()));
        Path journal = folder.resolve("journal.jsonl");
        try (SimulatorProcess simulator = SimulatorProcess.start(folder, scenario, journal)) {
            Properties first = measure(simulator, "connect", LIMIT);
            List<Exchange> calls = Exchange.read(journal);
            Traffic traffic = new Traffic(calls);
            long least = least(traffic.busiest());
            results.row(
                    latency.toMillis() + " ms",
                    traffic.calls().aikido(),
                    traffic.busiest(),
                    least,
                    "%.2f".formatted(traffic.minutes()),
                    least == 0 ? "-" : "%.2f".formatted(traffic.minutes() / least),
                    traffic.calls().refused());
            expect(results, name, first, traffic, "activated");
            results.atMost(name + ": calls to a workspace", traffic.busiestWithoutLooks(), firstAtMost());

            Properties second = measure(simulator, "connect", LIMIT);
            List<Exchange> all = Exchange.read(journal);
            Traffic after = new Traffic(all.subList(calls.size(), all.size()));
            expect(results, "Run after the " + name, second, after, "already");
            results.atMost("Run after the " + name + ": calls to a workspace", after.busiest(), secondAtMost());
            return new Row(name, first, traffic.looks(), "at most " + HEAP);
        }
    }

    /** Measures runs without changes and without a rate limit. */
    private void again(Results results, List<Row> rows) throws IOException, InterruptedException {
        try (SimulatorProcess simulator = SimulatorProcess.start(directory, Estate.monitored(projects, repositories))) {
            rows.add(again(results, simulator, "second run", "connect", "already"));
            rows.add(again(results, simulator, "coverage", "coverage", "covered"));
        }
    }

    private Row again(Results results, SimulatorProcess simulator, String name, String goal, String count)
            throws IOException, InterruptedException {
        List<Properties> done = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            done.add(measure(simulator, goal, Estate.FAST));
        }
        done.forEach(run -> {
            results.exactly(name + ": repositories (" + run.get("problems") + ")", (long) number(run, count), all());
            results.atMost(name + ": calls to Azure DevOps", (long) number(run, "azure"), azureAtMost());
            results.atMost(name + ": calls to Aikido", (long) number(run, "aikido"), secondAtMost() * projects);
        });
        int heap =
                runs.leastHeap(LEAST_HEAP, arguments(simulator, goal, Estate.FAST), run -> number(run, count) == all());
        done.sort(Comparator.comparingDouble(run -> number(run, "millis")));
        return new Row(name, done.get(done.size() / 2), 0, Integer.toString(heap));
    }

    private void expect(Results results, String name, Properties run, Traffic traffic, String count) {
        results.exactly(name + ": repositories (" + run.get("problems") + ")", (long) number(run, count), all());
        results.exactly(name + ": refused calls", traffic.calls().refused(), 0);
        results.exactly(name + ": access tokens", traffic.byWorkspace().size(), projects);
        // The report also counts calls that were lost on the way.
        results.atMost(name + ": calls to Aikido that arrived", traffic.calls().aikido(), (long) number(run, "aikido"));
        results.atMost(
                name + ": calls to Azure DevOps that arrived", traffic.calls().azure(), (long) number(run, "azure"));
        results.atMost(name + ": calls to Azure DevOps", traffic.calls().azure(), azureAtMost());
    }

    private long azureAtMost() {
        return IN_COMMON + (long) (projects + PROJECTS_ON_A_PAGE - 1) / PROJECTS_ON_A_PAGE;
    }

    /** Returns the minutes that the rate limit requires for a number of calls to a workspace. */
    private static long least(long calls) {
        return (calls - 1) / LIMIT;
    }

    /** Returns the bound of a first run in an empty workspace, as for a single project. */
    private long firstAtMost() {
        return repositories + 5L + CallsBenchmark.pages(repositories) + 1;
    }

    private long secondAtMost() {
        return CallsBenchmark.pages(repositories) + 3L;
    }

    private long all() {
        return (long) projects * repositories;
    }

    private Properties measure(SimulatorProcess simulator, String goal, int callsPerMinute)
            throws IOException, InterruptedException {
        Optional<Properties> measured = runs.measure(HEAP, arguments(simulator, goal, callsPerMinute));
        return measured.orElseGet(Properties::new);
    }

    private List<String> arguments(SimulatorProcess simulator, String goal, int callsPerMinute) {
        return List.of(
                simulator.azureUrl().toString(),
                simulator.aikidoUrl().toString(),
                goal,
                Integer.toString(projects),
                Integer.toString(callsPerMinute),
                directory.resolve("calls").toString());
    }
}
