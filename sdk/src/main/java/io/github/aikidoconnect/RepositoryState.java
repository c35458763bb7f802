package io.github.aikidoconnect;

import java.util.Locale;

/** What Azure DevOps says of a repository. */
public enum RepositoryState {
    /** It can be read. */
    ACTIVE,
    /** It is listed but cannot be read. */
    DISABLED,
    /** It has no commit yet. */
    EMPTY;

    /** The name as it stands in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
