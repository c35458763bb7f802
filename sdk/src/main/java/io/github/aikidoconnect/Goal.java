package io.github.aikidoconnect;

import java.util.Locale;

/** What a run was asked for. */
public enum Goal {
    /** Verdicts on organization, token, project and workspace. */
    CHECK,
    /** Projects of an organization, or repositories of a project. */
    LIST,
    /** The main job. A plan is a dry run of it. */
    CONNECT,
    /** What is monitored, missing and stale. */
    STATUS,
    /** The personal access tokens of a person: make, rotate, list or revoke. */
    TOKEN,
    /** Every repository of an organization against what Aikido monitors. */
    COVERAGE;

    /** The name as it stands in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
