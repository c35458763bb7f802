/** The HTTP layer that the simulated services share: calls, answers, and sending them over the network. */
@NullMarked
package io.github.aikidoconnect.simulator.http;

import org.jspecify.annotations.NullMarked;
