/** The content and behaviour of the simulated services, as immutable records that are read from JSON. */
@NullMarked
package io.github.aikidoconnect.simulator.scenario;

import org.jspecify.annotations.NullMarked;
