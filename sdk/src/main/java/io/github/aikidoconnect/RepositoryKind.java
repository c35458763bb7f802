package io.github.aikidoconnect;

import java.util.Locale;

/** What keeps the history. */
public enum RepositoryKind {
    /** A Git repository. */
    GIT,
    /** Team Foundation Version Control: one for a project. Aikido does no secret scanning on it. */
    TFVC;

    /** The name as it stands in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
