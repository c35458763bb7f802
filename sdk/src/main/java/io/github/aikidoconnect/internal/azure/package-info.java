/** The client of Azure DevOps and the data that it returns. */
@NullMarked
package io.github.aikidoconnect.internal.azure;

import org.jspecify.annotations.NullMarked;
