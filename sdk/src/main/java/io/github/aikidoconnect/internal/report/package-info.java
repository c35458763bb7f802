/** Derives what people read from a report, and writes a report as JSON and as text. */
@NullMarked
package io.github.aikidoconnect.internal.report;

import org.jspecify.annotations.NullMarked;
