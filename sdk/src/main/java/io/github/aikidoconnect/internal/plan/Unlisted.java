package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides about the repositories that Aikido monitors and Azure DevOps does not list for the project. "Gone" needs three
 * facts: the address is of this project on this server, the id is a GUID, and Azure DevOps answered for that id that the
 * repository does not exist. A list alone proves nothing: the project may have the former name of another one, and a
 * repository may have moved.
 */
final class Unlisted {

    private static final String STAYS = ", so it stays monitored.";

    private final boolean prune;
    private final Map<String, LookupResult> lookups;

    Unlisted(boolean prune, Map<String, LookupResult> lookups) {
        this.prune = prune;
        this.lookups = lookups;
    }

    /** Returns the id for looking up an entry in Azure DevOps, empty if it has none. */
    static Optional<String> id(CodeRepository entry) {
        return entry.externalId().flatMap(Guid::of);
    }

    /** Returns the ids that were not looked up yet. */
    List<String> notLookedUp(List<CodeRepository> entries) {
        return entries.stream()
                .flatMap(entry -> id(entry).stream())
                .filter(id -> !lookups.containsKey(id))
                .distinct()
                .toList();
    }

    RepositoryPlan plan(CodeRepository entry) {
        Optional<String> id = id(entry);
        if (id.isEmpty()) {
            return stays(entry, "Azure DevOps does not list it, and Aikido has no GUID to look it up by" + STAYS, true);
        }
        LookupResult found = lookups.get(id.get());
        if (found == null) {
            return prune
                    ? stays(entry, "Azure DevOps does not list it. It was not looked up in this run" + STAYS, true)
                    : stale(entry, "Azure DevOps does not list it for the project, but Aikido monitors it.");
        }
        return switch (found.kind()) {
            case DELETED ->
                stale(entry, "It was deleted in Azure DevOps (it is in the recycle bin), but Aikido monitors it.");
            case NOT_FOUND ->
                stale(
                        entry,
                        "It no longer exists in Azure DevOps, or the token cannot see it, but Aikido monitors it.");
            case EXISTS ->
                stays(
                        entry,
                        (found.project().isEmpty()
                                        ? "Azure DevOps has it, although the project's list does not contain it"
                                        : "It belongs to the project \"" + found.project() + "\" in Azure DevOps")
                                + STAYS,
                        false);
            case UNCLEAR -> stays(entry, "Azure DevOps gave no clear answer about it" + STAYS, true);
        };
    }

    private static RepositoryPlan stale(CodeRepository entry, String reason) {
        return new RepositoryPlan(Optional.empty(), Optional.of(entry), Action.DEACTIVATE, reason, false, true);
    }

    private static RepositoryPlan stays(CodeRepository entry, String reason, boolean drift) {
        return new RepositoryPlan(Optional.empty(), Optional.of(entry), Action.SKIP, reason, false, drift);
    }
}
