package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the action for each repository from the two lists and the rules. */
public final class Planner {

    private final ProjectAddress project;
    private final PlanRules rules;
    private final boolean complete;

    /** Creates a planner that reactivates nothing and accepts a scan of any age. */
    public Planner(ProjectAddress project, Selection selection, boolean prune, int pruneLimit) {
        this(project, new PlanRules(selection, prune, pruneLimit, false, Freshness.ANY));
    }

    /** @param project the project that both lists are about */
    public Planner(ProjectAddress project, PlanRules rules) {
        this(project, rules, true);
    }

    private Planner(ProjectAddress project, PlanRules rules, boolean complete) {
        this.project = project;
        this.rules = rules;
        this.complete = complete;
    }

    /** Returns a planner for a list of Azure DevOps that may be incomplete: it considers no repository stale and prunes nothing. */
    public Planner forIncompleteList() {
        return new Planner(project, rules.withoutPruning(), false);
    }

    /** Returns the plan without lookups: no repository counts as deleted. */
    public Plan plan(List<AzureRepository> azure, List<CodeRepository> aikido) {
        return plan(azure, aikido, Map.of());
    }

    /**
     * Returns the plan. Both lists must be complete, because a repository that a list lacks counts as missing.
     *
     * @param lookups what Azure DevOps answered about the ids that {@link #notListed} names
     */
    public Plan plan(List<AzureRepository> azure, List<CodeRepository> aikido, Map<String, LookupResult> lookups) {
        Matching matching = new Matching(aikido);
        List<RepositoryPlan> plans = new ArrayList<>();
        for (AzureRepository repository : gitFirst(azure)) {
            Optional<CodeRepository> entry = matching.find(repository, project);
            plans.add(plan(repository, entry));
            if (entry.isPresent() && !rules.selection().selects(repository.name())) {
                // Aikido may have one entry for each branch or path. None of them may stay monitored.
                matching.all(repository, project, entry.get()).stream()
                        .filter(other -> other.active() && !other.equals(entry.get()))
                        .forEach(other -> plans.add(plan(repository, Optional.of(other))));
            }
        }
        Unlisted unlisted = new Unlisted(rules.prune(), lookups);
        List<CodeRepository> others = ofThisProject(matching);
        others.stream().map(unlisted::plan).forEach(plans::add);
        return new Plan(plans, pruning(plans, unlisted.notLookedUp(others).size()));
    }

    /**
     * Returns the ids of the repositories that Aikido monitors for the project and Azure DevOps does not list. Each must be
     * looked up before it counts as deleted.
     */
    public List<String> notListed(List<AzureRepository> azure, List<CodeRepository> aikido) {
        Matching matching = new Matching(aikido);
        for (AzureRepository repository : gitFirst(azure)) {
            Optional<CodeRepository> unused = matching.find(repository, project);
        }
        return new Unlisted(rules.prune(), Map.of()).notLookedUp(ofThisProject(matching));
    }

    private static List<AzureRepository> gitFirst(List<AzureRepository> azure) {
        return azure.stream()
                .sorted(Comparator.comparing(AzureRepository::kind))
                .toList();
    }

    private List<CodeRepository> ofThisProject(Matching matching) {
        return matching.unclaimed().stream()
                .filter(entry -> complete && entry.active())
                .filter(entry -> ServerAddress.of(entry).filter(project::holds).isPresent())
                .toList();
    }

    private RepositoryPlan plan(AzureRepository repository, Optional<CodeRepository> entry) {
        boolean monitored = entry.map(CodeRepository::active).orElse(false);
        if (!rules.selection().selects(repository.name())) {
            String why =
                    rules.selection().excludes(repository.name()) ? "An exclude matches it" : "No include matches it";
            boolean certain = monitored && isCertain(repository, entry.orElseThrow());
            if (certain && complete) {
                return new RepositoryPlan(
                        Optional.of(repository),
                        entry,
                        Action.DEACTIVATE,
                        why + ", but Aikido monitors it.",
                        false,
                        true);
            }
            String but = certain
                    ? "; Aikido monitors it, and it stays monitored because the token may not list every repository"
                    : monitored ? "; what Aikido monitors may be another repository, so it stays monitored" : "";
            return new RepositoryPlan(Optional.of(repository), entry, Action.SKIP, why + but + ".", false, false);
        }
        if (monitored) {
            String but =
                    repository.state() == RepositoryState.DISABLED ? ", though it is disabled in Azure DevOps" : "";
            return new RepositoryPlan(
                    Optional.of(repository),
                    entry,
                    Action.NONE,
                    "Aikido monitors it" + but + "." + scanned(entry.orElseThrow()),
                    true,
                    rules.freshness().isMissed(entry.orElseThrow()));
        }
        return switch (repository.state()) {
            case DISABLED ->
                new RepositoryPlan(
                        Optional.of(repository),
                        entry,
                        Action.SKIP,
                        "It is disabled in Azure DevOps, so Aikido cannot read it.",
                        true,
                        false);
            case EMPTY ->
                new RepositoryPlan(
                        Optional.of(repository),
                        entry,
                        Action.SKIP,
                        "It is empty: the next run after its first commit registers it.",
                        true,
                        false);
            case ACTIVE -> missing(repository, entry);
        };
    }

    /** Reports a monitored repository without a recent scan. */
    private String scanned(CodeRepository entry) {
        return switch (rules.freshness().judge(entry)) {
            case NEVER -> " It was not scanned yet.";
            case OUTDATED -> " Its last scan was on " + day(entry) + ".";
            case CURRENT, UNKNOWN -> "";
        };
    }

    private static String day(CodeRepository entry) {
        return entry.lastScan()
                .at()
                .map(end -> end.atOffset(ZoneOffset.UTC).toLocalDate().toString())
                .orElse("an unknown day");
    }

    /** Plans a repository that is not monitored. One that was scanned before was switched off on purpose, or split by path. */
    private RepositoryPlan missing(AzureRepository repository, Optional<CodeRepository> entry) {
        boolean isNew = entry.map(known -> known.lastScan().isNever()).orElse(true);
        if (!isNew && !rules.reactivate()) {
            CodeRepository known = entry.orElseThrow();
            String why = known.lastScan().known()
                    ? "It was switched off in Aikido after its last scan on " + day(known)
                            + ". It stays off unless reactivation is requested."
                    : "It is switched off in Aikido, which does not report whether it was scanned before. It may be "
                            + "switched off on purpose, so it stays off unless reactivation is requested.";
            return new RepositoryPlan(
                    Optional.of(repository),
                    entry,
                    Action.SKIP,
                    why,
                    true,
                    !known.lastScan().known());
        }
        if (entry.isPresent()) {
            return new RepositoryPlan(
                    Optional.of(repository),
                    entry,
                    Action.ACTIVATE,
                    "Aikido lists it but does not monitor it.",
                    true,
                    true);
        }
        if (repository.kind() == RepositoryKind.TFVC) {
            return new RepositoryPlan(
                    Optional.of(repository),
                    entry,
                    Action.SKIP,
                    "Aikido does not list this TFVC repository; add it once in Aikido's web page.",
                    true,
                    false);
        }
        return new RepositoryPlan(
                Optional.of(repository), entry, Action.WAIT, "Aikido does not list it yet.", true, true);
    }

    /**
     * Returns whether an entry is certainly the listed repository, so that it may be deactivated. A name or an address is not
     * enough, because the project may have the former name of another one. The id must be the same, and also the
     * organization and the server, because a copy of a server has the same ids.
     */
    private boolean isCertain(AzureRepository repository, CodeRepository entry) {
        boolean sameId = Unlisted.id(entry).isPresent() && Unlisted.id(entry).equals(Guid.of(repository.id()));
        return sameId
                && ServerAddress.of(entry).filter(project::isOfOrganization).isPresent();
    }

    /**
     * Decides whether to prune. A wrong pattern, or a token that sees less than before, must not switch off the
     * monitoring of a whole project. Without GUIDs, no entry can be identified with certainty.
     *
     * @param notLookedUp the number of further repositories that may be deleted
     */
    private Plan.Pruning pruning(List<RepositoryPlan> plans, int notLookedUp) {
        if (!rules.prune()) {
            return Plan.Pruning.OFF;
        }
        Plan all = new Plan(plans, Plan.Pruning.ON);
        int most = all.stale().size() + notLookedUp;
        boolean matters = most > 0 || all.withUnknownIds().stream().anyMatch(plan -> !plan.selected());
        if (matters && !all.withUnknownIds().isEmpty()) {
            return Plan.Pruning.UNCLEAR;
        }
        return most > allowed(all.monitored()) ? Plan.Pruning.REFUSED : Plan.Pruning.ON;
    }

    /** Returns the number of repositories that may be pruned. At least one may be: a fifth of four is none. */
    private long allowed(int monitored) {
        return rules.pruneLimit() == 0 ? 0 : Math.max(1, (long) monitored * rules.pruneLimit() / 100);
    }
}
