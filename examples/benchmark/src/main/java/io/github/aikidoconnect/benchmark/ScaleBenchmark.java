package io.github.aikidoconnect.benchmark;

import static io.github.aikidoconnect.benchmark.MeasuredRuns.number;

import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

/** Measures time and memory for projects of different sizes, each run in a separate JVM. */
final class ScaleBenchmark implements Benchmark {

    private static final int[] SIZES = {10, 1000, 10_000, 100_000};
    private static final int REPETITIONS = 3;

    /** The size for which {@link #SMALL_HEAP} must be enough. */
    private static final int LARGE = 10_000;

    private static final int SMALL_HEAP = 256;
    private static final int ROOMY_HEAP = 2048;
    private static final int PROJECTS = 1000;

    private final Path directory;
    private final MeasuredRuns runs;

    ScaleBenchmark(Path directory) {
        this.directory = directory.resolve("scale");
        this.runs = new MeasuredRuns(ScaleRun.class, this.directory);
    }

    @Override
    public void run(Results results) throws IOException, InterruptedException {
        results.heading("Projects of different sizes");
        results.columns(
                "repositories",
                "s to list and plan",
                "s to write the report",
                "µs each",
                "MiB allocated",
                "KiB each",
                "MiB of heap needed");
        List<Chart.Point> time = new ArrayList<>();
        List<Chart.Point> memory = new ArrayList<>();
        int heap = 0;
        for (int size : SIZES) {
            Scenario scenario = Estate.project(size, size, size / 2);
            try (SimulatorProcess simulator = SimulatorProcess.start(Files.createDirectories(directory), scenario)) {
                Properties measured = median(simulator, results, size);
                heap = runs.leastHeap(heap, arguments(simulator, "repositories"), run -> number(run, "found") == size);
                double plan = number(measured, "planMillis") / 1000;
                double write = number(measured, "writeMillis") / 1000;
                double allocated = number(measured, "allocated") / (1 << 20);
                results.row(
                        size,
                        "%.2f".formatted(plan),
                        "%.2f".formatted(write),
                        "%.0f".formatted((plan + write) * 1e6 / size),
                        "%.0f".formatted(allocated),
                        "%.1f".formatted(allocated * 1024 / size),
                        heap);
                time.add(new Chart.Point(size, plan + write));
                memory.add(new Chart.Point(size, heap));
                if (size == LARGE) {
                    int found = runs.measure(SMALL_HEAP, arguments(simulator, "repositories"))
                            .map(run -> (int) number(run, "found"))
                            .orElse(0);
                    results.exactly(size + " repositories planned in " + SMALL_HEAP + " MiB", found, size);
                }
            }
        }
        results.file(
                "scale.svg", Chart.of(new Chart.Panel("seconds", time), new Chart.Panel("MiB of heap needed", memory)));
        projects(results);
    }

    private void projects(Results results) throws IOException, InterruptedException {
        try (SimulatorProcess simulator = SimulatorProcess.start(directory, Estate.projects(PROJECTS))) {
            Properties measured =
                    runs.measure(SMALL_HEAP, arguments(simulator, "projects")).orElseGet(Properties::new);
            results.line("");
            results.line("%s projects listed with %s calls in %.2f s"
                    .formatted(measured.get("projects"), measured.get("calls"), number(measured, "planMillis") / 1000));
            results.exactly("Projects listed", (long) number(measured, "projects"), PROJECTS);
        }
    }

    /** Returns the run with the median time. The first run of a size includes the start of the simulator. */
    private Properties median(SimulatorProcess simulator, Results results, int size)
            throws IOException, InterruptedException {
        List<Properties> done = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            runs.measure(ROOMY_HEAP, arguments(simulator, "repositories")).ifPresent(done::add);
        }
        done.forEach(run -> results.exactly(
                "Repositories planned (" + run.get("problems") + ")", (long) number(run, "found"), size));
        done.sort(Comparator.comparingDouble(run -> number(run, "planMillis") + number(run, "writeMillis")));
        return done.get(done.size() / 2);
    }

    private static List<String> arguments(SimulatorProcess simulator, String what) {
        return List.of(simulator.azureUrl().toString(), simulator.aikidoUrl().toString(), what);
    }
}
