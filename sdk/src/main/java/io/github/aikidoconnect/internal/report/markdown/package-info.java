/** Writes a report as Markdown, for the run page of a CI service. */
@NullMarked
package io.github.aikidoconnect.internal.report.markdown;

import org.jspecify.annotations.NullMarked;
