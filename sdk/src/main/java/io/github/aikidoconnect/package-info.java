/**
 * Puts the repositories of an Azure DevOps project under Aikido's watch.
 *
 * <p>{@link io.github.aikidoconnect.AikidoConnect} is the entry. The types of this package, and those of
 * {@code report} that a report is made of, are the API. The other packages are how it is done; they may change with
 * every release.
 */
@NullMarked
package io.github.aikidoconnect;

import org.jspecify.annotations.NullMarked;
