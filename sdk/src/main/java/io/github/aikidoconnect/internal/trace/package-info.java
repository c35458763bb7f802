/** Records the HTTP exchanges of a run as a HAR document without secrets. */
@NullMarked
package io.github.aikidoconnect.internal.trace;

import org.jspecify.annotations.NullMarked;
