package io.github.aikidoconnect.benchmark;

import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Time and memory for projects of different sizes, each run in a JVM of its own. */
final class ScaleBenchmark implements Benchmark {

    private static final int[] SIZES = {10, 1000, 10_000, 100_000};
    private static final int REPETITIONS = 3;

    /** The size that has to do with {@link #SMALL_HEAP}. */
    private static final int LARGE = 10_000;

    private static final int SMALL_HEAP = 256;
    private static final int ROOMY_HEAP = 2048;
    private static final int PROJECTS = 1000;
    private static final int[] HEAPS = {8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048};

    private final Path directory;

    ScaleBenchmark(Path directory) {
        this.directory = directory.resolve("scale");
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
                heap = leastHeap(simulator, heap, size);
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
                        HEAPS[heap]);
                time.add(new Chart.Point(size, plan + write));
                memory.add(new Chart.Point(size, HEAPS[heap]));
                if (size == LARGE) {
                    int found = measure(simulator, "repositories", SMALL_HEAP)
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
            Properties measured = measure(simulator, "projects", SMALL_HEAP).orElseGet(Properties::new);
            results.line("");
            results.line("%s projects listed with %s calls in %.2f s"
                    .formatted(measured.get("projects"), measured.get("calls"), number(measured, "planMillis") / 1000));
            results.exactly("Projects listed", (long) number(measured, "projects"), PROJECTS);
        }
    }

    /** The run of median time: the first of a size also pays for the simulator's own start. */
    private Properties median(SimulatorProcess simulator, Results results, int size)
            throws IOException, InterruptedException {
        List<Properties> runs = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            measure(simulator, "repositories", ROOMY_HEAP).ifPresent(runs::add);
        }
        runs.forEach(run -> results.exactly(
                "Repositories planned (" + run.get("problems") + ")", (long) number(run, "found"), size));
        runs.sort(Comparator.comparingDouble(run -> number(run, "planMillis") + number(run, "writeMillis")));
        return runs.get(runs.size() / 2);
    }

    /** Returns the index of the smallest heap in which all are planned; no smaller than one for fewer. */
    private int leastHeap(SimulatorProcess simulator, int from, int size) throws IOException, InterruptedException {
        int index = from;
        while (index < HEAPS.length - 1
                && measure(simulator, "repositories", HEAPS[index])
                        .filter(run -> number(run, "found") == size)
                        .isEmpty()) {
            index++;
        }
        return index;
    }

    /** Returns what was measured, empty where the heap was too small. */
    private Optional<Properties> measure(SimulatorProcess simulator, String what, int heap)
            throws IOException, InterruptedException {
        Path file = directory.resolve("measured.properties");
        Files.deleteIfExists(file);
        List<String> options = List.of(
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TLABSize=32k",
                "-XX:-ResizeTLAB");
        List<String> arguments =
                List.of(simulator.azureUrl().toString(), simulator.aikidoUrl().toString(), what, file.toString());
        boolean done = Child.run(
                Child.java(ScaleRun.class.getName(), options, arguments),
                directory,
                Map.of(),
                directory.resolve("run.log"));
        if (!done) {
            return Optional.empty();
        }
        Properties measured = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            measured.load(in);
        }
        return Optional.of(measured);
    }

    private static double number(Properties measured, String name) {
        return Double.parseDouble(measured.getProperty(name, "0"));
    }
}
