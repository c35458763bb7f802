/**
 * A report as a page. The template, {@code page.mustache}, is compiled into this package when the SDK is built, so that
 * nothing of the library that does it is needed at run time.
 */
@NullMarked
package io.github.aikidoconnect.internal.report.html;

import org.jspecify.annotations.NullMarked;
