package io.github.aikidoconnect.azure;

/**
 * Whose token it is.
 *
 * @param id the identity's id
 * @param name the name that Azure DevOps shows
 */
public record TokenOwner(String id, String name) {}
