package io.github.aikidoconnect;

/** The kinds of problems. Their names are part of the product: reports and build logs contain them. */
public enum ProblemCode {
    /** A setting is missing or invalid. No call was sent. */
    CONFIGURATION,
    /** The organization was not found in Azure DevOps. */
    AZURE_ORGANIZATION_NOT_FOUND,
    /** Azure DevOps rejected the token. */
    AZURE_TOKEN_REJECTED,
    /** The token has expired. */
    AZURE_TOKEN_EXPIRED,
    /** The token lacks a scope that Aikido needs. */
    AZURE_SCOPE_MISSING,
    /** The project does not exist, or the owner of the token may not see it. */
    AZURE_PROJECT_NOT_FOUND,
    /** Azure DevOps answered with errors or not at all. */
    AZURE_UNAVAILABLE,
    /** Aikido rejected the id and the secret of the API client. */
    AIKIDO_CREDENTIALS_REJECTED,
    /** The API client lacks a scope of Aikido's API. */
    AIKIDO_SCOPE_MISSING,
    /** The workspace belongs to another provider or organization, or already monitors another project. */
    AIKIDO_WORKSPACE_MISMATCH,
    /** Aikido did not import the new repositories within the time limit. */
    AIKIDO_SYNC_TIMEOUT,
    /** Aikido refused calls because of its rate limit, for longer than a run waits. */
    AIKIDO_RATE_LIMITED,
    /** Aikido answered with errors or not at all. */
    AIKIDO_UNAVAILABLE,
    /** The includes and excludes select no repository, or the project has none. */
    NO_REPOSITORY_SELECTED,
    /** Pruning would deactivate more of the project's repositories than the limit allows. */
    PRUNE_LIMIT,
    /** Some repositories are not done, or differ from what was requested. */
    PARTIAL,
    /** A host could not be reached. */
    NETWORK,
    /** Azure DevOps rejected the Microsoft Entra access token. */
    AZURE_ENTRA_TOKEN_REJECTED,
    /** A policy of the organization forbids the requested personal access token. */
    AZURE_TOKEN_POLICY,
    /** Aikido accepts no personal access token by API for this workspace. */
    AIKIDO_HANDOVER_UNAVAILABLE,
    /** Fewer repositories are monitored than the build requires. */
    COVERAGE,
    /** Aikido reports more findings than a status accepts. */
    FINDINGS,
    /** The token does not list every repository, so nothing is pruned and no coverage is stated. */
    AZURE_LIST_INCOMPLETE,
    /** Microsoft Entra did not issue an access token for the identity. */
    AZURE_SIGN_IN_FAILED
}
