package io.github.aikidoconnect.maven.page;

import io.github.aikidoconnect.Problem;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The page on which a build service shows a run. It takes commands from the lines that a build prints, which is why they
 * are printed as they are, without Maven's {@code [INFO]} before them.
 */
public interface RunPage {

    /** How much an issue weighs. */
    enum Severity {
        /** The build fails for it. */
        ERROR,
        /** The build goes on. */
        WARNING;

        @Override
        public String toString() {
            return this == ERROR ? "error" : "warning";
        }
    }

    /** Shows nothing: where nobody reads commands, they are noise. */
    RunPage NONE = new RunPage() {
        @Override
        public void issue(Severity severity, String title, String text) {}

        @Override
        public void summary(String markdown, Path file) {}
    };

    /**
     * Returns the page of the build service that runs this build, {@link #NONE} where there is none that can show more
     * than the log.
     *
     * @param environment the environment variables; Azure Pipelines sets {@code TF_BUILD}, GitHub Actions
     *     {@code GITHUB_ACTIONS}
     * @param out where the build service reads
     */
    static RunPage of(Map<String, String> environment, PrintStream out) {
        if ("true".equalsIgnoreCase(environment.get("TF_BUILD"))) {
            return new AzurePipelines(out);
        }
        if ("true".equalsIgnoreCase(environment.get("GITHUB_ACTIONS"))) {
            return new GitHubActions(out, environment.get("GITHUB_STEP_SUMMARY"));
        }
        return NONE;
    }

    /** Returns what the build service reads. Maven 4 puts {@code [INFO] [stdout]} before what goes to {@link System#out}. */
    static PrintStream standardOutput() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    /**
     * Shows an issue among those of the run.
     *
     * @param title what kind of issue it is, such as the code of a {@link Problem}
     * @param text what is wrong and what to do
     */
    void issue(Severity severity, String title, String text);

    /**
     * Shows a summary.
     *
     * @param markdown the text
     * @param file where to keep it, if the service wants a file
     * @throws IOException if it cannot be kept
     */
    void summary(String markdown, Path file) throws IOException;
}
