package io.github.aikidoconnect;

import java.util.Locale;

/** The planned action for a repository. */
public enum Action {
    /** Activate the repository, which Aikido lists already. */
    ACTIVATE,
    /** Nothing: the repository is in the wanted state. */
    NONE,
    /** Change settings of the repository, which Aikido monitors already. */
    UPDATE,
    /** Deactivate the repository in Aikido. */
    DEACTIVATE,
    /** Leave the repository out, for the reason in the report. */
    SKIP,
    /** Wait until Aikido has imported the repository, then activate it. */
    WAIT;

    /** Returns the name in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
