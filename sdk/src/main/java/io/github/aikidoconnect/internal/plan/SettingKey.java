package io.github.aikidoconnect.internal.plan;

/** The settings of a repository, by their names in a configuration and in the report. */
public enum SettingKey {
    SENSITIVITY("sensitivity"),
    CONNECTIVITY("connectivity"),
    LABELS("labels"),
    TEAM("team"),
    EXCLUDE_PATHS("excludePaths"),
    DEV_DEPENDENCIES("devDependencies");

    private final String key;

    SettingKey(String key) {
        this.key = key;
    }

    /** Returns whether Aikido's list of repositories contains the value. */
    public boolean isListed() {
        return this == SENSITIVITY || this == CONNECTIVITY || this == LABELS;
    }

    /** Returns the name in the report. */
    @Override
    public String toString() {
        return key;
    }
}
