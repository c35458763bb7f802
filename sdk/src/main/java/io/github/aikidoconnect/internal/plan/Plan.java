package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import java.util.List;
import java.util.Optional;

/**
 * What to do with every repository of a project.
 *
 * @param repositories each one that Azure DevOps lists, and each of the project that only Aikido lists
 * @param pruning what becomes of those that Aikido monitors and should not
 */
public record Plan(List<RepositoryPlan> repositories, Pruning pruning) {

    /** What becomes of repositories that Aikido monitors and should not. */
    public enum Pruning {
        /** They stay: pruning was not asked for. */
        OFF,
        /** They are deactivated. */
        ON,
        /** They stay: there are more of them than the limit allows. */
        REFUSED,
        /** They stay: Aikido lists repositories of the project with ids that are not GUIDs. */
        UNCLEAR
    }

    public Plan {
        repositories = List.copyOf(repositories);
    }

    /** Returns the same without pruning, for a run that changes nothing. */
    public Plan unpruned() {
        return new Plan(repositories, Pruning.OFF);
    }

    /** Returns what is to be deactivated, whether that is done or not. */
    public List<RepositoryPlan> stale() {
        return with(Action.DEACTIVATE);
    }

    /** Returns what is monitored of the project and has an id in Aikido that is not a GUID. TFVC has none of its own. */
    public List<RepositoryPlan> withUnknownIds() {
        return repositories.stream()
                .filter(plan ->
                        plan.azure().map(AzureRepository::kind).orElse(RepositoryKind.GIT) == RepositoryKind.GIT)
                .filter(plan -> plan.aikido()
                        .filter(CodeRepository::active)
                        .flatMap(CodeRepository::externalId)
                        .filter(id -> Guid.of(id).isEmpty())
                        .isPresent())
                .toList();
    }

    /** Returns how many repositories of the project Aikido monitors. */
    public int monitored() {
        return (int) repositories.stream().filter(RepositoryPlan::isMonitored).count();
    }

    /** Returns the repositories for which something is to be changed. */
    public List<RepositoryPlan> changed() {
        return repositories.stream().filter(this::changes).toList();
    }

    /** Returns whether something is to be changed for this repository. */
    public boolean changes(RepositoryPlan repository) {
        return switch (repository.action()) {
            case ACTIVATE, WAIT -> true;
            case DEACTIVATE -> pruning == Pruning.ON;
            case NONE, SKIP -> false;
        };
    }

    /** Returns whether something is to be changed for any repository. */
    public boolean changesAny() {
        return repositories.stream().anyMatch(this::changes);
    }

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

    /** Returns those that are off in Aikido, which does not say whether they are new. */
    public List<RepositoryPlan> unclear() {
        return repositories.stream().filter(RepositoryPlan::isUnclear).toList();
    }

    /** Returns a selected TFVC repository that Aikido does not list, and that a person therefore has to look after. */
    public Optional<RepositoryPlan> unlistedTfvc() {
        return repositories.stream()
                .filter(plan -> plan.selected() && plan.aikido().isEmpty())
                .filter(plan -> plan.azure().map(AzureRepository::kind).equals(Optional.of(RepositoryKind.TFVC)))
                .findFirst();
    }
}
