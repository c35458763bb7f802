/** The client for the personal access tokens of a person, and for the record of the token in use. */
@NullMarked
package io.github.aikidoconnect.internal.azure.pat;

import org.jspecify.annotations.NullMarked;
