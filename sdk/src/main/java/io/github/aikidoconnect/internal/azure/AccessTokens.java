package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.Secret;
import java.util.Optional;

/** Provides access tokens of Microsoft Entra for Azure DevOps. Safe for use by several threads. */
public interface AccessTokens {

    /**
     * Returns an access token that is valid for the next call.
     *
     * @throws AzureException if none was issued
     */
    Secret valid() throws InterruptedException;

    /** Notes that Azure DevOps accepted an access token. */
    void accepted();

    /**
     * Returns another access token instead of one that Azure DevOps refused: it can be revoked before it expires. One is
     * requested once, and only if Azure DevOps accepted one before.
     *
     * @return the token, empty if the refusal is final
     */
    Optional<Secret> insteadOf(Secret refused) throws InterruptedException;
}
