/** Derives the view of a report that all formats share, and writes a report as JSON and as text. */
@NullMarked
package io.github.aikidoconnect.internal.report;

import org.jspecify.annotations.NullMarked;
