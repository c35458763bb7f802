/** Measures what a run costs. Fails where a count is wrong, never for a time. */
@NullMarked
package io.github.aikidoconnect.benchmark;

import org.jspecify.annotations.NullMarked;
