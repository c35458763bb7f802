/** Measures the cost of a run. A wrong count is a failure; a time never is. */
@NullMarked
package io.github.aikidoconnect.benchmark;

import org.jspecify.annotations.NullMarked;
