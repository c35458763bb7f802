/** What the simulated services share: a received call, an answer, and the way between them and the network. */
@NullMarked
package io.github.aikidoconnect.simulator.http;

import org.jspecify.annotations.NullMarked;
