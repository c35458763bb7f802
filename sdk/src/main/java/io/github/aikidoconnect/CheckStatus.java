package io.github.aikidoconnect;

import java.util.Locale;

/** The status of a check. */
public enum CheckStatus {
    /** The condition holds. */
    PASSED,
    /** The condition does not hold, and the project cannot be connected. */
    FAILED,
    /** The condition needs a look, but does not keep the project from being connected. */
    WARNING,
    /** The condition could not be checked. */
    UNKNOWN,
    /** The check was left out, because something that it needs failed or was not given. */
    SKIPPED;

    /** Returns the name in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
