/** Carries out a plan. */
@NullMarked
package io.github.aikidoconnect.internal.apply;

import org.jspecify.annotations.NullMarked;
