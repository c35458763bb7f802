package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Goal;
import java.io.File;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The file with the report. */
final class ReportFile {

    private final Path path;

    private ReportFile(Path path) {
        this.path = path;
    }

    /** Chooses the file: the given one, else one in the build directory, without a pom in {@code target}. */
    static ReportFile of(@Nullable File given, Goal goal, MavenProject project, Path executionRoot) {
        if (given != null) {
            return new ReportFile(given.toPath().toAbsolutePath());
        }
        // The project that Maven makes up where there is no pom has no folder, and a build directory relative to none.
        Path build = project.getFile() == null
                ? executionRoot.resolve("target")
                : Path.of(project.getBuild().getDirectory());
        return new ReportFile(build.resolve("aikido").resolve(goal + "-report.json"));
    }

    Path path() {
        return path;
    }

    /** Writes the report so that a reader finds the old file or the new one, never half of it. */
    void write(ConnectReport report) throws ConfigurationException {
        Path unfinished = path.resolveSibling(
                "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.createDirectories(unfinished.getParent());
            Files.writeString(unfinished, report.toJson() + "\n");
            move(unfinished);
        } catch (IOException e) {
            discard(unfinished);
            throw new ConfigurationException(
                    "The report cannot be written to " + path + " ("
                            + e.getClass().getSimpleName() + ").",
                    "Name a file that can be written with -Daikido.reportFile (or <reportFile> in the pom).");
        }
    }

    private void move(Path unfinished) throws IOException {
        try {
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException ignored) {
            // What matters, that the report is missing, is told already.
        }
    }
}
