package io.github.aikidoconnect.benchmark;

import static io.github.aikidoconnect.benchmark.MeasuredRuns.number;

import io.github.aikidoconnect.simulator.scenario.Shop;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Reads 10,000 repositories with the SDK, which also checks the organization and the token, with Microsoft's own client,
 * and with the least that a Java program can do.
 */
final class ReadingBenchmark implements Benchmark {

    private static final int REPOSITORIES = 10_000;
    private static final int REPETITIONS = 5;
    private static final String READINGS = "40";
    private static final String PEER = "azure-devops-node-api@17";
    private static final String SCRIPT = "reading.cjs";

    private final Path directory;

    ReadingBenchmark(Path directory) {
        this.directory = directory.resolve("reading");
    }

    @Override
    public void run(Results results) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        results.heading("Reading " + REPOSITORIES + " repositories");
        try (SimulatorProcess simulator = SimulatorProcess.start(directory, Estate.project(REPOSITORIES, 0, 0));
                RecordedService service = RecordedService.start(simulator.azureUrl())) {
            URI url = service.url(simulator.azureUrl());
            Path file = directory.resolve("reading.properties");
            Map<String, List<String>> readers = new LinkedHashMap<>();
            readers.put("this SDK, with its checks", java(url, "sdk", file));
            String former = System.getProperty("benchmark.former", "");
            if (!former.isEmpty()) {
                readers.put("the former SDK", withFormer(former, java(url, "sdk", file)));
            }
            readers.put("a minimal Java program", java(url, "minimal", file));
            if (install()) {
                readers.put(PEER, peer(url, file));
            } else {
                results.line(PEER + " was not measured: npm could not install it. See npm.log.");
            }
            table(results, measure(results, readers, file));
        }
    }

    private static List<String> java(URI url, String kind, Path file) {
        return Child.java(Reading.class.getName(), List.of(), List.of(url.toString(), kind, READINGS, file.toString()));
    }

    /** Puts the jar of an earlier version first in the class path. */
    private static List<String> withFormer(String jar, List<String> command) {
        List<String> changed = new ArrayList<>(command);
        int classPath = changed.indexOf("-classpath") + 1;
        changed.set(classPath, jar + File.pathSeparator + changed.get(classPath));
        return changed;
    }

    private List<String> peer(URI url, Path file) {
        return List.of(
                "node",
                directory.resolve(SCRIPT).toString(),
                url + "/" + Shop.ORGANIZATION,
                Shop.PROJECT,
                Shop.TOKEN,
                READINGS,
                file.toString());
    }

    private boolean install() throws IOException, InterruptedException {
        try (InputStream script = ReadingBenchmark.class.getResourceAsStream("/" + SCRIPT)) {
            Files.write(directory.resolve(SCRIPT), script.readAllBytes());
        }
        try {
            return Child.run(
                    List.of("npm", "install", "--prefix", ".", "--no-save", "--no-audit", "--no-fund", PEER),
                    directory,
                    Map.of(),
                    directory.resolve("npm.log"));
        } catch (IOException noNpm) {
            Files.writeString(directory.resolve("npm.log"), noNpm.toString());
            return false;
        }
    }

    /** Runs the readers in turn, so that other load on the machine affects all equally. The first round is not counted. */
    private Map<String, List<Properties>> measure(Results results, Map<String, List<String>> readers, Path file)
            throws IOException, InterruptedException {
        Map<String, List<Properties>> measured = new LinkedHashMap<>();
        for (int i = 0; i <= REPETITIONS; i++) {
            for (Map.Entry<String, List<String>> reader : readers.entrySet()) {
                Files.deleteIfExists(file);
                Path log = directory.resolve("run.log");
                if (!Child.run(reader.getValue(), directory, Map.of(), log)) {
                    throw new IllegalStateException(Files.readString(log));
                }
                Properties run = new Properties();
                try (Reader in = Files.newBufferedReader(file)) {
                    run.load(in);
                }
                results.exactly(reader.getKey() + ": repositories", (long) number(run, "found"), REPOSITORIES);
                if (i > 0) {
                    measured.computeIfAbsent(reader.getKey(), first -> new ArrayList<>())
                            .add(run);
                }
            }
        }
        return measured;
    }

    private static void table(Results results, Map<String, List<Properties>> measured) {
        results.columns("reader", "ms cold", "ratio", "ms warm", "ratio", "MiB resident", "ratio");
        List<Properties> own = measured.values().iterator().next();
        measured.forEach((reader, runs) -> results.row(
                reader,
                "%.0f".formatted(median(runs, "coldMicros") / 1000),
                "%.2f".formatted(median(own, "coldMicros") / median(runs, "coldMicros")),
                "%.0f".formatted(median(runs, "warmMicros") / 1000),
                "%.2f".formatted(median(own, "warmMicros") / median(runs, "warmMicros")),
                "%.0f".formatted(median(runs, "residentKib") / 1024),
                "%.2f".formatted(median(own, "residentKib") / median(runs, "residentKib"))));
        results.line("");
        results.line("The ratios are those of this SDK to the reader of the row.");
    }

    private static double median(List<Properties> runs, String name) {
        return runs.stream().mapToDouble(run -> number(run, name)).sorted().toArray()[runs.size() / 2];
    }
}
