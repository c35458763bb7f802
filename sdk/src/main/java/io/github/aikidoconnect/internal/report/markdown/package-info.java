/** Writes a report as Markdown, for the page of a pipeline's run. */
@NullMarked
package io.github.aikidoconnect.internal.report.markdown;

import org.jspecify.annotations.NullMarked;
