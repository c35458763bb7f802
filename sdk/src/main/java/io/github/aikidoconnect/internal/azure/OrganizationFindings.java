package io.github.aikidoconnect.internal.azure;

import java.util.Map;

/**
 * What was found out about an organization and its token, which is the same for all of its projects.
 *
 * @param organization whether it exists
 * @param owner whose the token is
 * @param scopes what became of the probe of each scope but {@link TokenScope#CODE}, which is tried on a project
 * @param excess what became of the probe of each scope that need not be open
 */
public record OrganizationFindings(
        Attempt<Boolean> organization,
        Attempt<TokenOwner> owner,
        Map<TokenScope, Attempt<Boolean>> scopes,
        Map<ExcessScope, Attempt<Boolean>> excess) {}
