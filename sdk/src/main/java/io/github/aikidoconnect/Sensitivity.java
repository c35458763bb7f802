package io.github.aikidoconnect;

import java.util.Locale;
import java.util.Optional;

/** How sensitive the data of a repository is, in Aikido's words (published API description, 2026-10). */
public enum Sensitivity {
    EXTREME,
    SENSITIVE,
    NORMAL,
    NOT_SENSITIVE,
    NO_DATA;

    /** Returns the sensitivity with a name, case-insensitive; empty if the name is invalid. */
    public static Optional<Sensitivity> of(String name) {
        return Given.oneOf(values(), name);
    }

    /** Returns the name in settings and in Aikido, for example {@code not_sensitive}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
