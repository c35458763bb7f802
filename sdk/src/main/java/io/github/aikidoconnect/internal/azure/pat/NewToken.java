package io.github.aikidoconnect.internal.azure.pat;

import io.github.aikidoconnect.Secret;

/**
 * A personal access token that was just created.
 *
 * @param details its record in Azure DevOps
 * @param value its value, which Azure DevOps returns only once
 */
public record NewToken(TokenRecord details, Secret value) {}
