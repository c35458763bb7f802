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

/** The files with the report: the JSON, and beside it a page for people. */
final class ReportFile {

    private static final Pattern JSON = Pattern.compile("\\.json$", Pattern.CASE_INSENSITIVE);

    private final Path path;

    private ReportFile(Path path) {
        this.path = path;
    }

    /**
     * Chooses the file: the given one, else the standard one.
     *
     * @throws ConfigurationException if the given one cannot be the path of a file
     */
    static ReportFile of(@Nullable File given, Goal goal, MavenProject project, Path executionRoot)
            throws ConfigurationException {
        return given == null
                ? standard(goal, project, executionRoot)
                : new ReportFile(path(given, "aikido.reportFile", "reportFile"));
    }

    /**
     * Chooses the file if it can be written, else the standard one: the report about a file that cannot be written is there.
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

    /** Chooses the file in the build directory, without a pom in {@code target}. */
    static ReportFile standard(Goal goal, MavenProject project, Path executionRoot) {
        // The project that Maven makes up where there is no pom has no folder, and a build directory relative to none.
        Path build = project.getFile() == null
                ? executionRoot.resolve("target")
                : Path.of(project.getBuild().getDirectory());
        return new ReportFile(build.resolve("aikido").resolve(goal + "-report.json"));
    }

    /**
     * Returns the absolute path of a file that a parameter names.
     *
     * @throws ConfigurationException if it cannot be the path of a file
     */
    static Path path(File given, String property, String element) throws ConfigurationException {
        try {
            Path path = given.toPath().toAbsolutePath();
            if (path.getFileName() != null) {
                return path;
            }
        } catch (InvalidPathException ignored) {
            // What the system says about it adds nothing.
        }
        throw new ConfigurationException(
                "\"" + given + "\" is not the path of a file.",
                "Set -D" + property + " (or <" + element + "> in the pom) to the path of a file.");
    }

    Path path() {
        return path;
    }

    /** Where the page is: beside the JSON, with the same name but for its end. */
    Path page() {
        String name = path.getFileName().toString();
        return path.resolveSibling(JSON.matcher(name).replaceFirst("") + ".html");
    }

    /**
     * Makes sure that the JSON can be written, before there is something to report that would be lost.
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
     * Writes the page, in the same way.
     *
     * @throws IOException if it cannot be written; an older page is deleted then, if possible, since it would mislead
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
            // Half a character, which a name may hold, is no reason to have no report.
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
            // The user is told that there is no page.
        }
    }
}
