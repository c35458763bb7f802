package io.github.aikidoconnect;

import java.util.Locale;

/** The outcome of a run. */
public enum Outcome {
    /** Everything that was requested is done. */
    SUCCESS,
    /** A part is done; the problems list what is missing. */
    PARTIAL,
    /** Nothing is done. */
    FAILED;

    /** Returns the name in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
