/**
 * Creates, delivers, rotates, lists and revokes the personal access tokens of a person. If any step fails, the current token
 * stays valid.
 */
@NullMarked
package io.github.aikidoconnect.internal.token;

import org.jspecify.annotations.NullMarked;
