/** Azure DevOps and Aikido in one server on the loopback interface, for tests and experiments. */
@NullMarked
package io.github.aikidoconnect.simulator;

import org.jspecify.annotations.NullMarked;
