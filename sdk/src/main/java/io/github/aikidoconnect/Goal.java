package io.github.aikidoconnect;

import java.util.Locale;

/** What a run does. */
public enum Goal {
    /** Checks organization, token, project and workspace. */
    CHECK,
    /** Lists the projects of an organization, or the repositories of a project. */
    LIST,
    /** Registers repositories, or only plans it with a dry run. */
    CONNECT,
    /** Reports what is monitored, missing and stale. */
    STATUS,
    /** Creates, rotates, lists or revokes personal access tokens. */
    TOKEN,
    /** Compares every repository of an organization with what Aikido monitors. */
    COVERAGE;

    /** Returns the name in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
