package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.Secret;

/** Provides access tokens of Microsoft Entra for Azure DevOps. Safe for use by several threads. */
@FunctionalInterface
public interface AccessTokens {

    /**
     * Returns an access token that is valid for the next call.
     *
     * @throws AzureException if none was issued
     */
    Secret valid() throws InterruptedException;
}
