/** Limits of calls, time and concurrency, shared between the processes of a machine. */
@NullMarked
package io.github.aikidoconnect.internal.limit;

import org.jspecify.annotations.NullMarked;
