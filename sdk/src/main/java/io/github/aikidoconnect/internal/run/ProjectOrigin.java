package io.github.aikidoconnect.internal.run;

/** The reason why a project is part of a run. */
enum ProjectOrigin {
    /** The request names the project. */
    NAMED,
    /** A glob of the request matches the project's name, so the caller may not know whether it has repositories. */
    MATCHED,
    /** The organization has the project, and the request names no workspace for it. */
    UNMAPPED
}
