package io.github.aikidoconnect;

/**
 * Something that keeps a run from its aim.
 *
 * @param code what kind of problem it is, for programs
 * @param message what is wrong, one sentence with its full stop
 * @param fix what to do about it, naming the setting in the form in which the user has it
 */
public record Problem(ProblemCode code, String message, String fix) {

    /** The form in which every front end shows a problem: {@code [CODE] what is wrong. What to do.} */
    @Override
    public String toString() {
        return "[" + code + "] " + message + " " + fix;
    }
}
