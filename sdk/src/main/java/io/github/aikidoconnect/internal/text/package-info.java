/** Formats numbers and durations for users. Depends on no other package. */
@NullMarked
package io.github.aikidoconnect.internal.text;

import org.jspecify.annotations.NullMarked;
