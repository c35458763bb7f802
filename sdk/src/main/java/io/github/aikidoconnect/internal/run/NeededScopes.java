package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Handover;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The scopes of Aikido's API that only a write would prove. A check and a dry run check them in advance. A run that writes
 * learns from Aikido's answers whether the client has them.
 *
 * @param certain the scopes without which a run like this one will fail
 * @param possible the scopes that a later run may need
 */
record NeededScopes(Set<String> certain, Set<String> possible) {

    static final NeededScopes NONE = new NeededScopes(Set.of(), Set.of());

    private static final String REPOSITORIES = "repositories:write";
    private static final String TOKENS = "access_tokens:write";

    private static final List<String> TEAMS = List.of("teams:read", "teams:write");

    /**
     * Returns the scopes that a run will need.
     *
     * @param changes whether the plan changes a repository
     * @param handsOver whether the token would be handed over now
     */
    static NeededScopes of(Goal goal, ConnectRequest request, boolean changes, boolean handsOver) {
        boolean check = goal == Goal.CHECK;
        if (!check && !(goal == Goal.CONNECT && request.dryRun())) {
            return NONE;
        }
        Set<String> certain = new LinkedHashSet<>();
        if (check || changes) {
            certain.add(REPOSITORIES);
        }
        if (request.afterConnecting().settings().stream().anyMatch(settings -> settings.team() != null)) {
            certain.addAll(TEAMS);
        }
        if (request.afterConnecting().findings().isPresent()) {
            certain.add("issues:read");
        }
        if (handsOver) {
            certain.add(TOKENS);
        }
        boolean later = check && !handsOver && request.handover() == Handover.AUTO;
        return new NeededScopes(certain, later ? Set.of(TOKENS) : Set.of());
    }
}
