/** Reads where a build belongs and which hosts may receive a credential: remote URLs, pipeline variables, names and globs. Public, without I/O. */
@NullMarked
package io.github.aikidoconnect.location;

import org.jspecify.annotations.NullMarked;
