/**
 * The personal access tokens of a person: made, delivered, replaced, listed and revoked, so that whatever goes wrong in
 * between, one that works stays in use.
 */
@NullMarked
package io.github.aikidoconnect.internal.token;

import org.jspecify.annotations.NullMarked;
