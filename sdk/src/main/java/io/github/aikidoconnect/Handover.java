package io.github.aikidoconnect;

import java.util.Locale;
import java.util.Optional;

/** When Aikido is given the personal access token. */
public enum Handover {
    /**
     * When the workspace reports its connection to the source code as broken and says that it is linked to this
     * organization of Azure DevOps.
     */
    AUTO,
    /** On every run. */
    ALWAYS,
    /** Never. */
    NEVER;

    /** Finds a policy by its name in any case, empty when there is none. */
    public static Optional<Handover> of(String name) {
        for (Handover handover : values()) {
            if (handover.name().equalsIgnoreCase(name.strip())) {
                return Optional.of(handover);
            }
        }
        return Optional.empty();
    }

    /** The name as it is written in settings: {@code auto}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
