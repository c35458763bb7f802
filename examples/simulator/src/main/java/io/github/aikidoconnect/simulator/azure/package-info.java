/** The simulated Azure DevOps. */
@NullMarked
package io.github.aikidoconnect.simulator.azure;

import org.jspecify.annotations.NullMarked;
