package io.github.aikidoconnect.aikido;

import java.util.List;
import java.util.Optional;

/**
 * What was found out about a workspace.
 *
 * @param workspace the workspace, empty where it could not be read
 * @param configurationErrors the kinds of its configuration errors, empty where they could not be read
 * @param repositories its repositories, empty where the list could not be read to its end
 * @param failure the first thing that went wrong
 */
public record AikidoFindings(
        Optional<Workspace> workspace,
        Optional<List<String>> configurationErrors,
        Optional<List<CodeRepository>> repositories,
        Optional<AikidoException> failure) {

    /** The kind by which Aikido says that it does not reach the source code any more. */
    private static final String DISCONNECTED = "scm_disconnected";

    /** Returns whether Aikido reports its connection to the source code as broken. */
    public boolean isDisconnected() {
        return configurationErrors.map(kinds -> kinds.contains(DISCONNECTED)).orElse(false);
    }
}
