/** Carries out a plan in Aikido and records the result for each repository. */
@NullMarked
package io.github.aikidoconnect.internal.apply;

import org.jspecify.annotations.NullMarked;
