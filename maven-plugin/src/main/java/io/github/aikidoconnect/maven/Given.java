package io.github.aikidoconnect.maven;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a setting, and who chose it. What was found in a checkout may have been chosen by an attacker.
 *
 * @param value the value, null where there is none
 * @param foundIn where it was found, as it stands in a sentence; empty where the person who runs the build named it
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

    /** Returns the other one where this one has no value. */
    Given or(Given other) {
        return value == null ? other : this;
    }
}
