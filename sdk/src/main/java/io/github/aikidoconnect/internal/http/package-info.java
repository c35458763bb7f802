/** Sends one HTTP call: credentials, time limit, retries, bounded bodies, redaction. */
@NullMarked
package io.github.aikidoconnect.internal.http;

import org.jspecify.annotations.NullMarked;
