package io.github.aikidoconnect;

import java.util.Locale;

/** What is to be done with a repository. */
public enum Action {
    /** Aikido knows it and shall monitor it from now on. */
    ACTIVATE,
    /** It is as it should be. */
    NONE,
    /** Aikido shall no longer monitor it. */
    DEACTIVATE,
    /** It is left out; the reason says why. */
    SKIP,
    /** Aikido does not list it yet: it has to be imported before it can be activated. */
    WAIT;

    /** The name as it stands in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
