package io.github.aikidoconnect;

import java.util.List;
import java.util.Locale;

/** The state of a project in Aikido. */
public enum ProjectState {
    /** Aikido monitors every repository that counts. */
    CONNECTED,
    /** Aikido monitors some of the repositories. */
    PARTIAL,
    /** Aikido monitors none of the repositories, or no workspace is configured for the project. */
    UNCONNECTED,
    /** The state is unknown; the problems state the reason. */
    UNKNOWN,
    /** The project has no repository that counts, so there is nothing to connect. */
    EMPTY;

    /** The states in the order in which they are shown. */
    public static final List<ProjectState> WORST_FIRST = List.of(UNKNOWN, UNCONNECTED, PARTIAL, CONNECTED, EMPTY);

    /** Returns the name in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
