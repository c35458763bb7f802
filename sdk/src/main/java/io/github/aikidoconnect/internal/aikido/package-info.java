/** The client of Aikido and its data: the workspace, its repositories and its configuration errors. */
@NullMarked
package io.github.aikidoconnect.internal.aikido;

import org.jspecify.annotations.NullMarked;
