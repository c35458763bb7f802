package io.github.aikidoconnect;

import java.util.Locale;
import java.util.Optional;

/** Whether the internet reaches the deployment of a repository, in Aikido's words (published API description, 2026-10). */
public enum Connectivity {
    CONNECTED,
    NOT_CONNECTED,
    UNKNOWN;

    /** Returns the connectivity with a name, case-insensitive; empty if the name is invalid. */
    public static Optional<Connectivity> of(String name) {
        return Given.oneOf(values(), name);
    }

    /** Returns the name in settings and in Aikido, for example {@code not_connected}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
