package io.github.aikidoconnect.internal.azure;

import java.util.Map;

/**
 * The facts about an organization and its token that all of its projects share.
 *
 * @param organization whether the organization exists
 * @param owner the owner of the token
 * @param scopes the result of checking each scope except {@link TokenScope#CODE}, which is checked on a project
 * @param excess the result of checking each scope that Aikido does not need
 */
public record OrganizationFindings(
        Attempt<Boolean> organization,
        Attempt<TokenOwner> owner,
        Map<TokenScope, Attempt<Boolean>> scopes,
        Map<ExcessScope, Attempt<Boolean>> excess) {}
