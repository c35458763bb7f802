package io.jenkins.plugins.aikido.connection;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A mistake in the settings of Jenkins that prevents a run. It becomes a problem of the report. */
@Restricted(NoExternalUse.class)
public final class ProblemException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(String message, String fix) {
        super(message);
        this.problem = new Problem(ProblemCode.CONFIGURATION, message, fix);
    }

    /** Creates an exception for a problem that a report contains. */
    public ProblemException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    /** Returns the problem for a report. */
    public Problem problem() {
        return problem;
    }
}
