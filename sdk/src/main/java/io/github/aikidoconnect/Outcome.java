package io.github.aikidoconnect;

import java.util.Locale;

/** How a run ended. */
public enum Outcome {
    /** All that was asked for holds. */
    SUCCESS,
    /** Part of it holds; the problems say what is missing. */
    PARTIAL,
    /** Nothing was reached. */
    FAILED;

    /** The name as it stands in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
