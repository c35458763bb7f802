/** Carries a plan out. */
@NullMarked
package io.github.aikidoconnect.internal.apply;

import org.jspecify.annotations.NullMarked;
