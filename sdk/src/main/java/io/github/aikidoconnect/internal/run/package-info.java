/** Carries out a run: request, checks, discovery, plan, apply, report. The only package that sees all others. */
@NullMarked
package io.github.aikidoconnect.internal.run;

import org.jspecify.annotations.NullMarked;
