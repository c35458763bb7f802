/** Reads the Git checkout that a build runs in. */
@NullMarked
package io.github.aikidoconnect.maven.git;

import org.jspecify.annotations.NullMarked;
