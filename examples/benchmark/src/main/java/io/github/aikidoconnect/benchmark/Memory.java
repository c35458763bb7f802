package io.github.aikidoconnect.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The memory of this process. */
final class Memory {

    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    /** Adds the largest resident memory in KiB as {@code residentKib}, if the system reports it. */
    static void put(Properties measured) throws IOException {
        if (Files.exists(STATUS)) {
            Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .forEach(line -> measured.setProperty("residentKib", line.replaceAll("\\D", "")));
        }
    }
}
