/** Azure DevOps: its calls, what they answer, and where a checkout belongs. */
@NullMarked
package io.github.aikidoconnect.internal.azure;

import org.jspecify.annotations.NullMarked;
