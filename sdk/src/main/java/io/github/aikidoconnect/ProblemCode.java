package io.github.aikidoconnect;

/** The kinds of problem. Their names are part of the product: reports and build logs carry them. */
public enum ProblemCode {
    /** A setting is missing or has a value that cannot be. Nothing was called. */
    CONFIGURATION,
    /** Azure DevOps knows no organization of that name. */
    AZURE_ORGANIZATION_NOT_FOUND,
    /** Azure DevOps does not accept the personal access token. */
    AZURE_TOKEN_REJECTED,
    /** The personal access token has expired. */
    AZURE_TOKEN_EXPIRED,
    /** The personal access token is accepted but lacks a scope that Aikido needs. */
    AZURE_SCOPE_MISSING,
    /** The organization has no such project, or the token's owner may not see it. */
    AZURE_PROJECT_NOT_FOUND,
    /** Azure DevOps answers with errors, or with something that is no answer. */
    AZURE_UNAVAILABLE,
    /** Aikido does not accept the API client's id and secret. */
    AIKIDO_CREDENTIALS_REJECTED,
    /** The API client lacks a scope of Aikido's API. */
    AIKIDO_SCOPE_MISSING,
    /** The workspace belongs to another provider or organization, or already monitors another project. */
    AIKIDO_WORKSPACE_MISMATCH,
    /** Aikido did not list the new repositories in the time given. */
    AIKIDO_SYNC_TIMEOUT,
    /** Aikido refused calls because of its rate limit for longer than a run may wait. */
    AIKIDO_RATE_LIMITED,
    /** Aikido answers with errors, or with something that is no answer. */
    AIKIDO_UNAVAILABLE,
    /** The includes and excludes leave no repository, or the project has none. */
    NO_REPOSITORY_SELECTED,
    /** Pruning would deactivate more of the project's repositories than the limit allows. */
    PRUNE_LIMIT,
    /** Some repositories are done and some are not, or differ from what was asked for. */
    PARTIAL,
    /** A host cannot be reached. */
    NETWORK,
    /** Azure DevOps does not accept the Microsoft Entra access token. */
    AZURE_ENTRA_TOKEN_REJECTED,
    /** A policy of the organization forbids the personal access token that was asked for. */
    AZURE_TOKEN_POLICY,
    /** Aikido takes no personal access token through its API for this workspace. */
    AIKIDO_HANDOVER_UNAVAILABLE,
    /** Fewer repositories are monitored than the build asks for. */
    COVERAGE,
    /** The token does not list every repository, so nothing is pruned and no coverage is stated. */
    AZURE_LIST_INCOMPLETE
}
