package io.github.aikidoconnect;

import java.util.Locale;

/** The version control system of a repository. */
public enum RepositoryKind {
    /** A Git repository. */
    GIT,
    /** Team Foundation Version Control, one repository for each project. Aikido does not scan it for secrets. */
    TFVC;

    /** Returns the name in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
