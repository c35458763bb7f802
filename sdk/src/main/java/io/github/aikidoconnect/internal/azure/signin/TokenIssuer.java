package io.github.aikidoconnect.internal.azure.signin;

import io.github.aikidoconnect.internal.azure.AzureException;

/** Issues access tokens for one identity. */
@FunctionalInterface
interface TokenIssuer {

    /** The resource of Azure DevOps, as Microsoft's guide for service principals names it (azure-devops-docs @0137af1, 2026-11). */
    String RESOURCE = "499b84ac-1321-427f-aa17-267ca6975798";

    /**
     * Requests a new access token.
     *
     * @throws AzureException if none was issued
     */
    IssuedToken issue() throws InterruptedException;
}
