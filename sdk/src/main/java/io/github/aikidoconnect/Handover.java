package io.github.aikidoconnect;

import java.util.Locale;
import java.util.Optional;

/** When a run hands the personal access token over to Aikido. */
public enum Handover {
    /**
     * If the workspace reports its source-code connection as broken and is linked to this organization.
     */
    AUTO,
    /** In every run. */
    ALWAYS,
    /** Never. */
    NEVER;

    /** Returns the policy with a name, case-insensitive; empty if the name is invalid. */
    public static Optional<Handover> of(String name) {
        return Given.oneOf(values(), name);
    }

    /** Returns the name in settings, for example {@code auto}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
