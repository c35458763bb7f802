/** What to do with each repository: pure functions, no input or output. */
@NullMarked
package io.github.aikidoconnect.internal.plan;

import org.jspecify.annotations.NullMarked;
