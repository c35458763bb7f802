/** Files that replace others in one step. */
@NullMarked
package io.github.aikidoconnect.file;

import org.jspecify.annotations.NullMarked;
