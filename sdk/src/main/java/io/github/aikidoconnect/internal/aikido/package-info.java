/** Aikido: its calls, and the budget that they share. */
@NullMarked
package io.github.aikidoconnect.internal.aikido;

import org.jspecify.annotations.NullMarked;
