/**
 * The API for connecting Azure DevOps projects to Aikido.
 *
 * <p>{@link io.github.aikidoconnect.AikidoConnect} is the entry. This package and {@code location} are the public API; the
 * packages below {@code internal} may change with every release.
 */
@NullMarked
package io.github.aikidoconnect;

import org.jspecify.annotations.NullMarked;
