package io.github.aikidoconnect;

import java.util.Locale;

/** The result of an action. */
public enum Result {
    /** The action is done, or there was nothing to do. */
    DONE,
    /** The action is planned and would be done without dry run. */
    PLANNED,
    /** The action failed; the next run tries again. */
    FAILED,
    /** The repository was left out. */
    SKIPPED;

    /** Returns the name in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
