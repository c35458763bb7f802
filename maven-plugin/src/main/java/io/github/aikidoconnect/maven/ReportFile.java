package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.FileDraft;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The files of the report: the JSON, and the HTML page beside it. */
final class ReportFile {

    private static final Pattern JSON = Pattern.compile("\\.json$", Pattern.CASE_INSENSITIVE);

    private final Path path;

    private ReportFile(Path path) {
        this.path = path;
    }

    /**
     * Returns the given file, or else the standard one.
     *
     * @throws ConfigurationException if the given one is not a valid path of a file
     */
    static ReportFile of(@Nullable File given, Goal goal, MavenProject project, Path executionRoot)
            throws ConfigurationException {
        return given == null
                ? standard(goal, project, executionRoot)
                : new ReportFile(path(given, "aikido.reportFile", "reportFile"));
    }

    /**
     * Returns the given file if it can be written, or else the standard one, which then contains the report about the
     * problem.
     *
     * @param mistakes receives the reason why the chosen file cannot be written
     */
    static ReportFile writable(
            @Nullable File given, Goal goal, MavenProject project, Path executionRoot, List<Problem> mistakes) {
        try {
            ReportFile chosen = of(given, goal, project, executionRoot);
            chosen.verify();
            return chosen;
        } catch (ConfigurationException e) {
            mistakes.add(e.problem());
            return standard(goal, project, executionRoot);
        }
    }

    /** Returns the file in the build directory; without a pom, in {@code target}. */
    static ReportFile standard(Goal goal, MavenProject project, Path executionRoot) {
        // Without a pom, Maven creates a project that has no folder and a build directory that is not absolute.
        Path build = project.getFile() == null
                ? executionRoot.resolve("target")
                : Path.of(project.getBuild().getDirectory());
        return new ReportFile(build.resolve("aikido").resolve(goal + "-report.json"));
    }

    /**
     * Returns the absolute path of a file that a parameter names.
     *
     * @throws ConfigurationException if it is not a valid path of a file
     */
    static Path path(File given, String property, String element) throws ConfigurationException {
        try {
            Path path = given.toPath().toAbsolutePath();
            if (path.getFileName() != null) {
                return path;
            }
        } catch (InvalidPathException ignored) {
            // The message of the system adds no information.
        }
        throw new ConfigurationException(
                "\"" + given + "\" is not the path of a file.",
                "Set -D" + property + " (or <" + element + "> in the pom) to the path of a file.");
    }

    Path path() {
        return path;
    }

    /** Returns the path of the page, beside the JSON and with the same base name. */
    Path page() {
        String name = path.getFileName().toString();
        return path.resolveSibling(JSON.matcher(name).replaceFirst("") + ".html");
    }

    /**
     * Verifies that the JSON can be written, before there is a report that would be lost.
     *
     * @throws ConfigurationException if it cannot be written
     */
    void verify() throws ConfigurationException {
        try {
            Files.createDirectories(path.getParent());
            FileDraft.open(path).close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Writes the JSON. */
    void write(ConnectReport report) throws ConfigurationException {
        try {
            write(path, report.toJson() + "\n");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ConfigurationException unwritable(IOException failure) {
        return new ConfigurationException(
                "The report cannot be written to " + path + ": " + why(failure) + ".",
                "Set -Daikido.reportFile (or <reportFile> in the pom) to a regular file or to a new file, in a folder that the"
                        + " user who runs Maven can write to.");
    }

    private String why(IOException failure) {
        String objection = FileDraft.objection(path).orElse("");
        return objection.isEmpty() ? failure.getClass().getSimpleName() : objection;
    }

    /**
     * Writes the page.
     *
     * @throws IOException if it cannot be written; an older page is then deleted, if possible, because it would mislead
     */
    void writePage(ConnectReport report) throws IOException {
        try {
            write(page(), report.toHtml());
        } catch (IOException e) {
            discardPage();
            throw e;
        }
    }

    private static void write(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        try (FileDraft draft = FileDraft.open(path)) {
            // A name may contain half a surrogate pair, which must not prevent the report.
            draft.write(text.getBytes(StandardCharsets.UTF_8));
            draft.finish();
        }
    }

    private void discardPage() {
        try {
            if (Files.isRegularFile(page(), LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(page());
            }
        } catch (IOException ignored) {
            // The caller reports that there is no page.
        }
    }
}
