package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.Problem;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/** Fails a build because of problems, with one sentence that names the fix and without a stack trace. */
final class BuildResult {

    private BuildResult() {}

    /** Fails the build if there are problems that fail it. They are already in the log. */
    static void failOn(List<Problem> problems, boolean failOnProblem) throws MojoFailureException {
        if (problems.isEmpty() || !failOnProblem) {
            return;
        }
        int more = problems.size() - 1;
        String rest = more == 0 ? "" : more == 1 ? " (and 1 more problem)" : " (and " + more + " more problems)";
        throw new MojoFailureException(ConsoleText.line(problems.get(0).toString()) + rest);
    }
}
