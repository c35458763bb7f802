/** Signs in to Azure DevOps with an identity of Microsoft Entra, and keeps its access token valid. */
@NullMarked
package io.github.aikidoconnect.internal.azure.signin;

import org.jspecify.annotations.NullMarked;
