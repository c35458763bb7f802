/** What the simulated services hold and how they behave, as immutable records that are read from JSON. */
@NullMarked
package io.github.aikidoconnect.simulator.scenario;

import org.jspecify.annotations.NullMarked;
