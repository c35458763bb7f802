package io.github.aikidoconnect.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Java of its own for what concerns the whole of one: its output, its name service, its temporary files. */
public final class Jvm {

    private static final long LONGEST_MINUTES = 10;

    private Jvm() {}

    /** Returns the command that runs a class of the tests. */
    public static List<String> command(Class<?> main, List<String> options, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(
                        List.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
                                "-Xshare:auto",
                                "-cp",
                                classPath()),
                        options,
                        List.of(main.getName()),
                        List.of(arguments))
                .flatMap(List::stream)
                .toList();
    }

    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Runs a class to its end, with all that it prints in a file, and returns its exit status. */
    public static int run(Class<?> main, List<String> options, Path output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(main, options))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            return process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } finally {
            process.destroyForcibly();
        }
    }
}
