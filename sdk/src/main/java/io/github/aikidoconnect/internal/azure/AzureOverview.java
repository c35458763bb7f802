package io.github.aikidoconnect.internal.azure;

/**
 * How much of an organization a token sees.
 *
 * @param projects all projects
 * @param counted how many of them were looked into
 * @param repositories the Git repositories of those
 */
public record AzureOverview(int projects, int counted, int repositories) {

    /** A look into each project of a large organization would take long, and tell a person no more. */
    static final int MOST = 50;
}
