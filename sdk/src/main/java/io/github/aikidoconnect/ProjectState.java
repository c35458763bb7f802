package io.github.aikidoconnect;

import java.util.List;
import java.util.Locale;

/** How a project stands with Aikido. */
public enum ProjectState {
    /** Aikido monitors each of its repositories that it could read. */
    CONNECTED,
    /** It monitors some of them. */
    PARTIAL,
    /** It monitors none, or no workspace is named for the project. */
    UNCONNECTED,
    /** It could not be found out; the problems say why. */
    UNKNOWN,
    /** It has no repository that counts, so that there is nothing to connect. */
    EMPTY;

    /** The states in the order in which a person wants to see them. */
    public static final List<ProjectState> WORST_FIRST = List.of(UNKNOWN, UNCONNECTED, PARTIAL, CONNECTED, EMPTY);

    /** The name as it stands in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
