package io.github.aikidoconnect.internal.azure;

/**
 * The number of projects and repositories that a token can see.
 *
 * @param projects the number of projects
 * @param counted the number of projects whose repositories were counted
 * @param repositories the number of Git repositories in the counted projects
 */
public record AzureOverview(int projects, int counted, int repositories) {

    /** Counting the repositories of all projects of a large organization would take too long. */
    static final int MOST = 50;
}
