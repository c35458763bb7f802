package io.github.aikidoconnect.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A child process whose output goes to a file. */
final class Child {

    private static final long LIMIT_MINUTES = 5;

    private Child() {}

    /** Returns the command that runs a class of this class path in a separate JVM. */
    static List<String> java(String mainClass, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-classpath");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    static Process start(List<String> command, Path folder, Map<String, String> environment, Path output)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(Files.createDirectories(folder).toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        return builder.start();
    }

    /** Runs the process and returns its processor time, if the system reports it. */
    static Duration processorTime(List<String> command, Path folder, Map<String, String> environment, Path output)
            throws IOException, InterruptedException {
        Process process = start(command, folder, environment, output);
        Duration used = Duration.ZERO;
        do {
            // The time is only reported while the process runs.
            used = process.info().totalCpuDuration().orElse(used);
        } while (!process.waitFor(5, TimeUnit.MILLISECONDS));
        if (process.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(output));
        }
        return used;
    }

    /** Runs the process and returns whether it succeeded. */
    static boolean run(List<String> command, Path folder, Map<String, String> environment, Path output)
            throws IOException, InterruptedException {
        Process process = start(command, folder, environment, output);
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            return false;
        }
        return process.exitValue() == 0;
    }
}
