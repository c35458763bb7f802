/** The simulated Aikido. */
@NullMarked
package io.github.aikidoconnect.simulator.aikido;

import org.jspecify.annotations.NullMarked;
