package io.github.aikidoconnect.internal.plan;

/**
 * The answer of Azure DevOps to a lookup by id of a repository that it does not list for the project.
 *
 * @param kind the kind of answer
 * @param project the name of the project that the repository belongs to, empty if it is not known
 */
public record LookupResult(Kind kind, String project) {

    /** The kinds of answer. Only the first two allow to deactivate a repository. */
    public enum Kind {
        /** The repository does not exist, and the project's recycle bin contains it. */
        DELETED,
        /** The repository does not exist, or the token may not see it: Azure DevOps answers both alike. */
        NOT_FOUND,
        /** The repository exists, in this project or in another one. */
        EXISTS,
        /** Azure DevOps gave no clear answer. */
        UNCLEAR
    }

    /** Returns a result without a project. */
    public static LookupResult of(Kind kind) {
        return new LookupResult(kind, "");
    }

    boolean isGone() {
        return kind == Kind.DELETED || kind == Kind.NOT_FOUND;
    }
}
