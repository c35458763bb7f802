/** Deliberate faults between a service and its client. */
@NullMarked
package io.github.aikidoconnect.simulator.fault;

import org.jspecify.annotations.NullMarked;
