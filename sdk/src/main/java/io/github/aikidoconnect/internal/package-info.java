/** Joins the API with its implementation. */
@NullMarked
package io.github.aikidoconnect.internal;

import org.jspecify.annotations.NullMarked;
