/** Writes a report as JSON and as text. */
@NullMarked
package io.github.aikidoconnect.internal.report;

import org.jspecify.annotations.NullMarked;
