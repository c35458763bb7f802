/** Creates, lists and revokes personal access tokens. */
@NullMarked
package io.github.aikidoconnect.internal.azure.pat;

import org.jspecify.annotations.NullMarked;
