package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import java.util.List;
import java.util.Optional;

/**
 * The plan for every repository of a project.
 *
 * @param repositories the repositories that Azure DevOps lists, and those of the project that only Aikido lists
 * @param pruning the decision about stale repositories, which Aikido monitors but should not
 */
public record Plan(List<RepositoryPlan> repositories, Pruning pruning) {

    /** The decision about repositories that Aikido monitors but should not. */
    public enum Pruning {
        /** They stay, because pruning was not requested. */
        OFF,
        /** They are deactivated. */
        ON,
        /** They stay, because there are more of them than the limit allows. */
        REFUSED,
        /** They stay, because Aikido lists repositories of the project with ids that are not GUIDs. */
        UNCLEAR
    }

    public Plan {
        repositories = List.copyOf(repositories);
    }

    /** Returns a copy without pruning, for a run that changes nothing. */
    public Plan unpruned() {
        return new Plan(repositories, Pruning.OFF);
    }

    /** Returns the stale repositories, with or without pruning. */
    public List<RepositoryPlan> stale() {
        return with(Action.DEACTIVATE);
    }

    /** Returns the monitored Git repositories of the project whose id in Aikido is not a GUID. */
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

    /** Returns the number of the project's repositories that Aikido monitors. */
    public int monitored() {
        return (int) repositories.stream().filter(RepositoryPlan::isMonitored).count();
    }

    /** Returns the repositories with a planned change. */
    public List<RepositoryPlan> changed() {
        return repositories.stream().filter(this::changes).toList();
    }

    /** Returns whether a change of this repository is planned. */
    public boolean changes(RepositoryPlan repository) {
        return switch (repository.action()) {
            case ACTIVATE, WAIT -> true;
            case DEACTIVATE -> pruning == Pruning.ON;
            case NONE, UPDATE, SKIP -> false;
        };
    }

    /** Returns whether a change of any repository is planned. */
    public boolean changesAny() {
        return repositories.stream().anyMatch(this::changes);
    }

    /** Returns the repositories with this action. */
    public List<RepositoryPlan> with(Action action) {
        return repositories.stream().filter(plan -> plan.action() == action).toList();
    }

    /** Returns whether any repository is selected. */
    public boolean selectsAny() {
        return repositories.stream().anyMatch(RepositoryPlan::selected);
    }

    /** Returns the repositories that are missing or stale in Aikido. */
    public List<RepositoryPlan> drift() {
        return repositories.stream().filter(RepositoryPlan::drift).toList();
    }

    /** Returns the repositories that are switched off in Aikido and may be new. */
    public List<RepositoryPlan> unclear() {
        return repositories.stream().filter(RepositoryPlan::isUnclear).toList();
    }

    /** Returns a selected TFVC repository that Aikido does not list, so that the user must add it. */
    public Optional<RepositoryPlan> unlistedTfvc() {
        return repositories.stream()
                .filter(plan -> plan.selected() && plan.aikido().isEmpty())
                .filter(plan -> plan.azure().map(AzureRepository::kind).equals(Optional.of(RepositoryKind.TFVC)))
                .findFirst();
    }
}
