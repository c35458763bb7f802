/** Numbers and durations as people read them. Depends on nothing. */
@NullMarked
package io.github.aikidoconnect.internal.text;

import org.jspecify.annotations.NullMarked;
