package io.github.aikidoconnect.internal.plan;

import java.util.Optional;

/**
 * A setting of a repository that differs from the wanted one. One change is one call.
 *
 * @param key the setting
 * @param from the value in Aikido, empty if there is none or it is not known
 * @param to the wanted value; of a list, the one value to add
 */
public record SettingChange(SettingKey key, Optional<String> from, String to) {

    /** Creates a change that adds a value, or whose former value is not known. */
    static SettingChange to(SettingKey key, String value) {
        return new SettingChange(key, Optional.empty(), value);
    }

    /** Returns the change for a sentence, for example {@code sensitivity from normal to sensitive}. */
    @Override
    public String toString() {
        return switch (key) {
            case LABELS -> "label \"" + to + "\"";
            case TEAM -> "team \"" + to + "\"";
            case EXCLUDE_PATHS -> "excluded path \"" + to + "\"";
            case DEV_DEPENDENCIES -> "devDependencies " + to;
            case SENSITIVITY, CONNECTIVITY ->
                key + from.map(value -> " from " + value).orElse("") + " to " + to;
        };
    }
}
