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
 * The page on which a CI service shows a run. The service reads commands from the output of a build, so they are printed
 * without Maven's {@code [INFO]}.
 */
public interface RunPage {

    /** The severity of an issue. */
    enum Severity {
        /** The build fails. */
        ERROR,
        /** The build continues. */
        WARNING;

        @Override
        public String toString() {
            return this == ERROR ? "error" : "warning";
        }
    }

    /** Shows nothing, for builds outside of a CI service. */
    RunPage NONE = new RunPage() {
        @Override
        public void issue(Severity severity, String title, String text) {}

        @Override
        public void summary(String markdown, Path file) {}
    };

    /**
     * Returns the page of the CI service that runs this build, {@link #NONE} if there is none.
     *
     * @param environment the environment variables; Azure Pipelines sets {@code TF_BUILD}, GitHub Actions {@code
     *     GITHUB_ACTIONS}
     * @param out the output that the CI service reads
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

    /**
     * Returns the output that the CI service reads. Maven 4 adds {@code [INFO] [stdout]} to the lines of {@link
     * System#out}.
     */
    static PrintStream standardOutput() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    /**
     * Shows an issue of the run.
     *
     * @param title the kind of issue, such as the code of a {@link Problem}
     * @param text the message and the fix
     */
    void issue(Severity severity, String title, String text);

    /**
     * Shows a summary.
     *
     * @param markdown the text
     * @param file the file for the summary, if the service needs one
     * @throws IOException if it cannot be written
     */
    void summary(String markdown, Path file) throws IOException;
}
