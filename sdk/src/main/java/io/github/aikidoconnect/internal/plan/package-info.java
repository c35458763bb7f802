/** Decides what to do with each repository. Pure functions, no I/O. */
@NullMarked
package io.github.aikidoconnect.internal.plan;

import org.jspecify.annotations.NullMarked;
