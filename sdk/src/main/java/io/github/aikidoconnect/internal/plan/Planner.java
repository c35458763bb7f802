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

/** Decides what to do with each repository: a function of the two lists and of what was asked for, nothing else. */
public final class Planner {

    private final ProjectAddress project;
    private final Selection selection;
    private final boolean prune;
    private final int pruneLimit;
    private final boolean reactivate;
    private final Freshness freshness;
    private final boolean complete;

    /** Plans without reactivating anything, and accepts a scan of any age. */
    public Planner(ProjectAddress project, Selection selection, boolean prune, int pruneLimit) {
        this(project, selection, prune, pruneLimit, false, Freshness.ANY);
    }

    /**
     * @param project the project that both lists are about
     * @param selection which repositories are meant
     * @param prune whether to deactivate what is excluded or gone
     * @param pruneLimit the share of the monitored ones, in percent, that pruning may deactivate
     * @param reactivate whether to activate what was switched off after Aikido had scanned it
     * @param freshness how recent the last scan of a monitored repository has to be
     */
    public Planner(
            ProjectAddress project,
            Selection selection,
            boolean prune,
            int pruneLimit,
            boolean reactivate,
            Freshness freshness) {
        this(project, selection, prune, pruneLimit, reactivate, freshness, true);
    }

    private Planner(
            ProjectAddress project,
            Selection selection,
            boolean prune,
            int pruneLimit,
            boolean reactivate,
            Freshness freshness,
            boolean complete) {
        this.project = project;
        this.selection = selection;
        this.prune = prune;
        this.pruneLimit = pruneLimit;
        this.reactivate = reactivate;
        this.freshness = freshness;
        this.complete = complete;
    }

    /** Returns a planner for a list of Azure DevOps that may be short: it takes nothing for stale, and prunes nothing. */
    public Planner forIncompleteList() {
        return new Planner(project, selection, false, pruneLimit, reactivate, freshness, false);
    }

    /** Returns the plan where Azure DevOps was asked for no repository by its id: none is planned to be gone. */
    public Plan plan(List<AzureRepository> azure, List<CodeRepository> aikido) {
        return plan(azure, aikido, Map.of());
    }

    /**
     * Returns the plan. Both lists must be complete: what is missing in one is taken to be missing.
     *
     * @param lookups what Azure DevOps answered about the ids that {@link #notListed} names
     */
    public Plan plan(List<AzureRepository> azure, List<CodeRepository> aikido, Map<String, LookupResult> lookups) {
        Matching matching = new Matching(aikido);
        List<RepositoryPlan> plans = new ArrayList<>();
        for (AzureRepository repository : gitFirst(azure)) {
            Optional<CodeRepository> entry = matching.find(repository, project);
            plans.add(plan(repository, entry));
            if (entry.isPresent() && !selection.selects(repository.name())) {
                // One for each branch or path: none of them is to be monitored.
                matching.all(repository, project, entry.get()).stream()
                        .filter(other -> other.active() && !other.equals(entry.get()))
                        .forEach(other -> plans.add(plan(repository, Optional.of(other))));
            }
        }
        Unlisted unlisted = new Unlisted(prune, lookups);
        List<CodeRepository> others = ofThisProject(matching);
        others.stream().map(unlisted::plan).forEach(plans::add);
        return new Plan(plans, pruning(plans, unlisted.notLookedUp(others).size()));
    }

    /**
     * Returns the ids of what Aikido monitors of the project and Azure DevOps does not list for it. Each has to be looked up
     * before it can be called gone.
     */
    public List<String> notListed(List<AzureRepository> azure, List<CodeRepository> aikido) {
        Matching matching = new Matching(aikido);
        for (AzureRepository repository : gitFirst(azure)) {
            Optional<CodeRepository> unused = matching.find(repository, project);
        }
        return new Unlisted(prune, Map.of()).notLookedUp(ofThisProject(matching));
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
        if (!selection.selects(repository.name())) {
            String why = selection.excludes(repository.name()) ? "An exclude matches it" : "No include matches it";
            boolean certain = monitored && isCertain(repository, entry.orElseThrow());
            if (certain && complete) {
                return of(repository, entry, Action.DEACTIVATE, why + ", but Aikido monitors it.", false, true);
            }
            String but = certain
                    ? "; Aikido monitors it, and it stays monitored because the token may not list every repository"
                    : monitored ? "; what Aikido monitors may be another repository, so it stays monitored" : "";
            return of(repository, entry, Action.SKIP, why + but + ".", false, false);
        }
        if (monitored) {
            String but =
                    repository.state() == RepositoryState.DISABLED ? ", though it is disabled in Azure DevOps" : "";
            return of(
                    repository,
                    entry,
                    Action.NONE,
                    "Aikido monitors it" + but + "." + scanned(entry.orElseThrow()),
                    true,
                    freshness.isMissed(entry.orElseThrow()));
        }
        return switch (repository.state()) {
            case DISABLED ->
                of(
                        repository,
                        entry,
                        Action.SKIP,
                        "It is disabled in Azure DevOps: Aikido could not read it.",
                        true,
                        false);
            case EMPTY ->
                of(
                        repository,
                        entry,
                        Action.SKIP,
                        "It is empty: the next run after its first commit registers it.",
                        true,
                        false);
            case ACTIVE -> missing(repository, entry);
        };
    }

    /** Says what is wrong with the last scan of a repository that is monitored. */
    private String scanned(CodeRepository entry) {
        return switch (freshness.judge(entry)) {
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

    /** What was scanned before and is off now is off on purpose: by a person, or since it was split by path. */
    private RepositoryPlan missing(AzureRepository repository, Optional<CodeRepository> entry) {
        boolean isNew = entry.map(known -> known.lastScan().isNever()).orElse(true);
        if (!isNew && !reactivate) {
            CodeRepository known = entry.orElseThrow();
            String why = known.lastScan().known()
                    ? "It was switched off in Aikido after its last scan on " + day(known)
                            + ". It stays off unless reactivation is requested."
                    : "It is off in Aikido, which does not say whether it was scanned before. It may be off on purpose,"
                            + " so it stays off unless reactivation is requested.";
            return of(
                    repository, entry, Action.SKIP, why, true, !known.lastScan().known());
        }
        if (entry.isPresent()) {
            return of(repository, entry, Action.ACTIVATE, "Aikido lists it but does not monitor it.", true, true);
        }
        if (repository.kind() == RepositoryKind.TFVC) {
            return of(
                    repository,
                    entry,
                    Action.SKIP,
                    "Aikido does not list this TFVC repository; add it in Aikido's web page once.",
                    true,
                    false);
        }
        return of(repository, entry, Action.WAIT, "Aikido does not list it yet.", true, true);
    }

    private static RepositoryPlan of(
            AzureRepository repository,
            Optional<CodeRepository> entry,
            Action action,
            String reason,
            boolean selected,
            boolean drift) {
        return new RepositoryPlan(Optional.of(repository), entry, action, reason, selected, drift);
    }

    /**
     * A name or an address is enough to leave something alone, and not to switch it off: the project may have the former
     * name of another one. Excluded is what has the id of a repository that Azure DevOps lists for the project, and is in
     * the same organization on the same server: a copy of a server has the same ids.
     */
    private boolean isCertain(AzureRepository repository, CodeRepository entry) {
        boolean sameId = Unlisted.id(entry).isPresent() && Unlisted.id(entry).equals(Guid.of(repository.id()));
        return sameId
                && ServerAddress.of(entry).filter(project::isOfOrganization).isPresent();
    }

    /**
     * A wrong pattern, or a token that sees less than it did, must not switch a whole project's monitoring off. Where ids
     * are not GUIDs, no entry can be told from another with certainty.
     *
     * @param notLookedUp how many more may be gone
     */
    private Plan.Pruning pruning(List<RepositoryPlan> plans, int notLookedUp) {
        if (!prune) {
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

    /** One repository may go whatever the percentage: below five monitored ones, a fifth of them is none. */
    private long allowed(int monitored) {
        return pruneLimit == 0 ? 0 : Math.max(1, (long) monitored * pruneLimit / 100);
    }
}
