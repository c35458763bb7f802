package io.github.aikidoconnect;

import java.util.Locale;

/** The state of a repository in Azure DevOps. */
public enum RepositoryState {
    /** The repository can be read. */
    ACTIVE,
    /** The repository is listed but cannot be read. */
    DISABLED,
    /** The repository has no commits. */
    EMPTY;

    /** Returns the name in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
