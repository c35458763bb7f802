package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import java.util.Optional;

/** The configuration in Maven is invalid, so that the run cannot start. */
final class ConfigurationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * @param message what is wrong, a sentence
     * @param fix what to do, a sentence
     */
    ConfigurationException(String message, String fix) {
        super(message);
        this.problem = new Problem(ProblemCode.CONFIGURATION, message, fix);
    }

    private ConfigurationException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    /** Throws an exception if there is a problem. */
    static void require(Optional<Problem> problem) throws ConfigurationException {
        if (problem.isPresent()) {
            throw new ConfigurationException(problem.get());
        }
    }

    Problem problem() {
        return problem;
    }
}
