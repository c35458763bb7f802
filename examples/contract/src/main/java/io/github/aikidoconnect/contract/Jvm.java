package io.github.aikidoconnect.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Java of its own for what concerns the whole of one: its output, its signals, its name service, its files. */
public final class Jvm {
    private static final long LONGEST_MINUTES = 10;

    private Jvm() {}

    /** Returns the command that runs a class of the tests. */
    public static List<String> command(Class<?> main, List<String> options, String... arguments) {
        List<String> java = List.of(
                executable(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
                "-cp",
                classPath());
        return Stream.of(java, options, List.of(main.getName()), List.of(arguments))
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the path of this Java. */
    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Returns the class path of the tests, also where Surefire hides it in a manifest. */
    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Starts a class of the tests, with all that it prints in a file. */
    public static Process start(Class<?> main, List<String> options, Path output, String... arguments)
            throws IOException {
        return start(new ProcessBuilder(command(main, options, arguments)), output);
    }

    /** Starts a process, with all that it prints in a file. */
    public static Process start(ProcessBuilder process, Path output) throws IOException {
        return process.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    /** Runs a class of the tests to its end, and returns its exit status. */
    public static int run(Class<?> main, List<String> options, Path output, String... arguments)
            throws IOException, InterruptedException {
        return exitStatus(start(main, options, output, arguments));
    }

    /** Waits for the end of a process, and returns its exit status, or -1 if it does not end. */
    public static int exitStatus(Process process) throws InterruptedException {
        try {
            return process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } finally {
            process.destroyForcibly();
        }
    }
}
