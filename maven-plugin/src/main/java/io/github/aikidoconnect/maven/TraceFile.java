package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.FileDraft;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file of {@code aikido.trace}.
 *
 * @param file the file that the user named
 * @param console logs the result
 */
record TraceFile(File file, Console console) {

    /**
     * Verifies that the trace can be written, before the run starts.
     *
     * @throws ConfigurationException if it cannot be written
     */
    static void verify(File file) throws ConfigurationException {
        Path path = ReportFile.path(file, "aikido.trace", "trace");
        try {
            Files.createDirectories(path.getParent());
            FileDraft.open(path).close();
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The trace cannot be written to " + path + ": "
                            + FileDraft.objection(path).orElse(e.getClass().getSimpleName()) + ".",
                    "Set -Daikido.trace (or <trace> in the pom) to a regular file or to a new file, in a folder that the user"
                            + " who runs Maven can write to.");
        }
    }

    /** Writes the trace. A failure does not change the result of the build. */
    void write(String har) {
        Path path = file.toPath().toAbsolutePath();
        try (FileDraft draft = FileDraft.open(path)) {
            draft.write(har.getBytes(StandardCharsets.UTF_8));
            draft.finish();
            console.info("Trace: " + path);
        } catch (IOException e) {
            console.warn("The trace cannot be written to " + path + " ("
                    + e.getClass().getSimpleName() + ").");
        }
    }
}
