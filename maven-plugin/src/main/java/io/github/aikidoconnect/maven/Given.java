package io.github.aikidoconnect.maven;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a setting and its origin. A value from a checkout may have been chosen by an attacker.
 *
 * @param value the value, null if there is none
 * @param foundIn the place where it was found, for use in a sentence; empty if the user who runs the build named it
 */
record Given(@Nullable String value, Optional<String> foundIn) {

    Given {
        value = value == null || value.isBlank() ? null : value.strip();
    }

    static Given named(@Nullable String value) {
        return new Given(value, Optional.empty());
    }

    static Given found(@Nullable String value, String place) {
        return new Given(value, Optional.of(place));
    }

    /** Returns the other value if this one is not set. */
    Given or(Given other) {
        return value == null ? other : this;
    }
}
