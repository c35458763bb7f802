/** How a call is sent, repeated and bounded, and how many run at the same time. */
@NullMarked
package io.github.aikidoconnect.internal.http;

import org.jspecify.annotations.NullMarked;
