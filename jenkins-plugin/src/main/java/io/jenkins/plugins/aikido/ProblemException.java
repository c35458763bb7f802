package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;



/** A setting of this Jenkins keeps a run from beginning. Becomes a problem of the report like all others. */
final class ProblemException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ProblemException(String message, String fix) {
        super(message);
        this.problem = new Problem(ProblemCode.CONFIGURATION, message, fix);
    }

    Problem problem() {
        return problem;
    }
}
