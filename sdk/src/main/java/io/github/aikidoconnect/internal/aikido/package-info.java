/** The client of Aikido and the data that it returns. */
@NullMarked
package io.github.aikidoconnect.internal.aikido;

import org.jspecify.annotations.NullMarked;
