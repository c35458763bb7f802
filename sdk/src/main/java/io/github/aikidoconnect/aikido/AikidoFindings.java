package io.github.aikidoconnect.aikido;

import java.util.List;
import java.util.Optional;

/**
 * What was found out about a workspace.
 *
 * @param workspace the workspace, empty where it could not be read
 * @param configurationErrors the kinds of its configuration errors, empty where they could not be read
 * @param repositories its repositories, empty where the list could not be read to its end
 * @param failures what went wrong, in the order of the calls
 */
public record AikidoFindings(
        Optional<Workspace> workspace,
        Optional<List<String>> configurationErrors,
        Optional<List<CodeRepository>> repositories,
        List<AikidoException> failures) {

    /** The kind by which Aikido says that it does not reach the source code any more. */
    private static final String DISCONNECTED = "scm_disconnected";

    /** Returns whether Aikido reports its connection to the source code as broken. */
    public boolean isDisconnected() {
        return configurationErrors.map(AikidoFindings::isDisconnected).orElse(false);
    }

    /** Returns whether one of the kinds of configuration errors says so. */
    public static boolean isDisconnected(List<String> configurationErrors) {
        return configurationErrors.contains(DISCONNECTED);
    }
}
