package io.github.aikidoconnect;

/**
 * A problem that keeps a run from doing what was requested.
 *
 * @param code the kind of problem, for programs
 * @param message what is wrong, a full sentence
 * @param fix what to do; names settings in the form in which the user has them
 */
public record Problem(ProblemCode code, String message, String fix) {

    /** Returns the text that every front end shows: {@code [CODE] what is wrong. What to do.} */
    @Override
    public String toString() {
        return "[" + code + "] " + message + " " + fix;
    }
}
