/** Compares the lists of Azure DevOps and Aikido and plans the action for each repository. Pure functions without I/O. */
@NullMarked
package io.github.aikidoconnect.internal.plan;

import org.jspecify.annotations.NullMarked;
