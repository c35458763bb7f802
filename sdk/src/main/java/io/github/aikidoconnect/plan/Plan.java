package io.github.aikidoconnect.plan;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.azure.AzureRepository;
import java.util.List;
import java.util.Optional;

/**
 * What to do with every repository of a project.
 *
 * @param repositories each one that Azure DevOps lists, and each of the project that only Aikido lists
 * @param refusedPrune what pruning was refused for, empty unless it was
 */
public record Plan(List<RepositoryPlan> repositories, Optional<RefusedPrune> refusedPrune) {

    public Plan {
        repositories = List.copyOf(repositories);
    }

    /**
     * A prune above the limit.
     *
     * @param count how many repositories it would have deactivated
     * @param monitored how many repositories of the project are monitored
     */
    public record RefusedPrune(int count, int monitored) {}

    /** Returns the repositories with this action. */
    public List<RepositoryPlan> with(Action action) {
        return repositories.stream().filter(plan -> plan.action() == action).toList();
    }

    /** Returns whether anything is selected. */
    public boolean selectsAny() {
        return repositories.stream().anyMatch(RepositoryPlan::selected);
    }

    /** Returns those that are missing in Aikido, or in it and stale. */
    public List<RepositoryPlan> drift() {
        return repositories.stream().filter(RepositoryPlan::drift).toList();
    }

    /** Returns a selected TFVC repository that Aikido does not list, and that a person therefore has to look after. */
    public Optional<RepositoryPlan> unlistedTfvc() {
        return repositories.stream()
                .filter(plan -> plan.selected() && plan.aikido().isEmpty())
                .filter(plan -> plan.azure().map(AzureRepository::kind).equals(Optional.of(RepositoryKind.TFVC)))
                .findFirst();
    }
}
