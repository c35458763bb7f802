package io.github.aikidoconnect.internal.azure.pat;

import io.github.aikidoconnect.Secret;

/**
 * A personal access token that was just made.
 *
 * @param details what Azure DevOps keeps of it
 * @param value its value, which Azure DevOps tells once
 */
public record NewToken(TokenRecord details, Secret value) {}
