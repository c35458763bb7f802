package io.github.aikidoconnect.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;

/** Runs a class in separate JVMs with different heap sizes. */
final class MeasuredRuns {

    private static final int[] HEAPS = {8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048};

    private final Class<?> main;
    private final Path directory;

    /** @param main the class to run, with the given arguments followed by the file for the results */
    MeasuredRuns(Class<?> main, Path directory) {
        this.main = main;
        this.directory = directory;
    }

    /** Returns the results; empty if the heap (in MiB) was too small. */
    Optional<Properties> measure(int heap, List<String> arguments) throws IOException, InterruptedException {
        Path file = directory.resolve("measured.properties");
        Files.deleteIfExists(file);
        List<String> options = List.of(
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TLABSize=32k",
                "-XX:-ResizeTLAB");
        List<String> all = new ArrayList<>(arguments);
        all.add(file.toString());
        boolean done =
                Child.run(Child.java(main.getName(), options, all), directory, Map.of(), directory.resolve("run.log"));
        if (!done) {
            return Optional.empty();
        }
        Properties measured = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            measured.load(in);
        }
        return Optional.of(measured);
    }

    /** Returns the smallest heap of the ladder, in MiB and not below the given one, in which a run succeeds. */
    int leastHeap(int from, List<String> arguments, Predicate<Properties> success)
            throws IOException, InterruptedException {
        int index = 0;
        while (HEAPS[index] < from) {
            index++;
        }
        while (index < HEAPS.length - 1
                && measure(HEAPS[index], arguments).filter(success).isEmpty()) {
            index++;
        }
        return HEAPS[index];
    }

    static double number(Properties measured, String name) {
        return Double.parseDouble(measured.getProperty(name, "0"));
    }
}
