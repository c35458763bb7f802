/** Carries a plan out. */
@NullMarked
package io.github.aikidoconnect.apply;

import org.jspecify.annotations.NullMarked;
