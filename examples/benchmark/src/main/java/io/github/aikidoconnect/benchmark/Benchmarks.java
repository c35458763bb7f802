package io.github.aikidoconnect.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the given benchmarks, or all. */
final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(System.getProperty("benchmark.directory")));
        Results results = new Results(directory);
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("calls", new CallsBenchmark());
        all.put("settings", new SettingsBenchmark());
        all.put("waiting", new WaitingBenchmark());
        all.put("latency", new LatencyBenchmark());
        all.put("scale", new ScaleBenchmark(directory));
        all.put("organization", new OrganizationBenchmark(directory));
        all.put("reading", new ReadingBenchmark(directory));
        all.put("parts", new PartsBenchmark());
        all.put("start", new StartBenchmark(directory));
        List<String> wanted = List.of(String.join(",", arguments).split("[, ]+"));
        if (!String.join("", wanted).isEmpty()) {
            all.keySet().retainAll(wanted);
        }
        results.line(Machine.describe());
        for (Benchmark benchmark : all.values()) {
            benchmark.run(results);
        }
        System.exit(results.finish() ? 0 : 1);
    }
}
