/** The simulated Microsoft Entra: its token endpoint, and the endpoints of managed identities. */
@NullMarked
package io.github.aikidoconnect.simulator.entra;

import org.jspecify.annotations.NullMarked;
