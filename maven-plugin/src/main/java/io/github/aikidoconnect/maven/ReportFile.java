package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Goal;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The files with the report: the JSON, and beside it a page for people. */
final class ReportFile {

    private static final Pattern JSON = Pattern.compile("\\.json$", Pattern.CASE_INSENSITIVE);

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

    /** Where the page is: beside the JSON, with the same name but for its end. */
    Path page() {
        String name = path.getFileName().toString();
        return path.resolveSibling(JSON.matcher(name).replaceFirst("") + ".html");
    }

    /** Writes the JSON so that a reader finds the old file or the new one, never half of it. */
    void write(ConnectReport report) throws ConfigurationException {
        try {
            write(path, report.toJson() + "\n");
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The report cannot be written to " + path + " ("
                            + e.getClass().getSimpleName() + ").",
                    "Name a file that can be written with -Daikido.reportFile (or <reportFile> in the pom).");
        }
    }

    /**
     * Writes the page, in the same way.
     *
     * @throws IOException if it cannot be written; an older page is gone then, if it can be, since it would mislead
     */
    void writePage(ConnectReport report) throws IOException {
        try {
            write(page(), report.toHtml());
        } catch (IOException e) {
            discard(page());
            throw e;
        }
    }

    private static void write(Path path, String text) throws IOException {
        Path unfinished = path.resolveSibling(
                "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.createDirectories(unfinished.getParent());
            // Half a character, which a name may hold, is no reason to have no report.
            Files.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
            move(unfinished, path);
        } catch (IOException e) {
            discard(unfinished);
            throw e;
        }
    }

    private static void move(Path unfinished, Path path) throws IOException {
        try {
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException ignored) {
            // What matters, that the report is missing, is told already.
        }
    }
}
