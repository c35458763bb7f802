/** Aikido: its calls, and the budget that they share. */
@NullMarked
package io.github.aikidoconnect.aikido;

import org.jspecify.annotations.NullMarked;
