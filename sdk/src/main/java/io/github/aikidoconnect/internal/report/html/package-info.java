/**
 * Writes a report as an HTML page. The template, {@code page.mustache}, is compiled into this package during the build, so that no
 * template library is needed at run time.
 */
@NullMarked
package io.github.aikidoconnect.internal.report.html;

import org.jspecify.annotations.NullMarked;
