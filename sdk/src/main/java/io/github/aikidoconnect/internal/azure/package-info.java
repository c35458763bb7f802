/** The client of Azure DevOps and its data: the organization, the token, its scopes, projects and repositories. */
@NullMarked
package io.github.aikidoconnect.internal.azure;

import org.jspecify.annotations.NullMarked;
