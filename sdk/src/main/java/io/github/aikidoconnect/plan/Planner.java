package io.github.aikidoconnect.plan;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.aikido.CodeRepository;
import io.github.aikidoconnect.azure.AzureRepository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides what to do with each repository: a function of the two lists and of what was asked for, nothing else. */
public final class Planner {

    private final ProjectPlace project;
    private final Selection selection;
    private final boolean prune;
    private final int pruneLimit;

    /**
     * @param project the project that both lists are about
     * @param selection which repositories are meant
     * @param prune whether to deactivate what is excluded or gone
     * @param pruneLimit the share of the monitored ones, in percent, that pruning may deactivate
     */
    public Planner(ProjectPlace project, Selection selection, boolean prune, int pruneLimit) {
        this.project = project;
        this.selection = selection;
        this.prune = prune;
        this.pruneLimit = pruneLimit;
    }

    /** Returns the plan. Both lists must be complete: what is missing in one is taken to be missing. */
    public Plan plan(List<AzureRepository> azure, List<CodeRepository> aikido) {
        Matching matching = new Matching(aikido);
        List<RepositoryPlan> plans = new ArrayList<>();
        List<AzureRepository> gitFirst = azure.stream()
                .sorted(Comparator.comparing(AzureRepository::kind))
                .toList();
        for (AzureRepository repository : gitFirst) {
            plans.add(plan(repository, matching.find(repository, project)));
        }
        matching.unclaimed().stream()
                .filter(CodeRepository::active)
                .filter(this::isOfThisProject)
                .map(Planner::gone)
                .forEach(plans::add);
        return new Plan(plans, pruning(plans));
    }

    private RepositoryPlan plan(AzureRepository repository, Optional<CodeRepository> entry) {
        boolean monitored = entry.map(CodeRepository::active).orElse(false);
        if (!selection.selects(repository.name())) {
            String why = selection.excludes(repository.name()) ? "An exclude matches it" : "No include matches it";
            if (monitored && isCertain(repository, entry.orElseThrow())) {
                return stale(Optional.of(repository), entry, why);
            }
            String but = monitored ? "; Aikido monitors one of its name, which may be another" : "";
            return of(repository, entry, Action.SKIP, why + but + ".", false, false);
        }
        if (monitored) {
            String but =
                    repository.state() == RepositoryState.DISABLED ? ", though it is disabled in Azure DevOps" : "";
            return of(repository, entry, Action.NONE, "Aikido monitors it" + but + ".", true, false);
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

    private static RepositoryPlan missing(AzureRepository repository, Optional<CodeRepository> entry) {
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

    private static RepositoryPlan gone(CodeRepository entry) {
        return stale(Optional.empty(), Optional.of(entry), "Azure DevOps no longer lists it");
    }

    private static RepositoryPlan stale(Optional<AzureRepository> azure, Optional<CodeRepository> entry, String why) {
        return new RepositoryPlan(azure, entry, Action.DEACTIVATE, why + ", but Aikido monitors it.", false, true);
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

    private boolean isOfThisProject(CodeRepository entry) {
        return entry.url().flatMap(Place::of).map(project::holds).orElse(false);
    }

    /** A name alone, by which TFVC may be found, is enough to leave something alone and not to switch it off. */
    private boolean isCertain(AzureRepository repository, CodeRepository entry) {
        return entry.externalId().filter(repository.id()::equalsIgnoreCase).isPresent()
                || isOfThisProject(entry)
                || entry.url()
                        .filter(Place::saysTfvc)
                        .flatMap(Place::ofTfvc)
                        .map(project::holds)
                        .orElse(false);
    }

    /** A wrong pattern, or a token that sees less than it did, must not switch a whole project's monitoring off. */
    private Plan.Pruning pruning(List<RepositoryPlan> plans) {
        if (!prune) {
            return Plan.Pruning.OFF;
        }
        Plan all = new Plan(plans, Plan.Pruning.ON);
        boolean tooMany = all.stale().size() * 100L > (long) all.monitored() * pruneLimit;
        return tooMany ? Plan.Pruning.REFUSED : Plan.Pruning.ON;
    }
}
