package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import java.util.Optional;

/**
 * The plan for one repository.
 *
 * @param azure the repository in Azure DevOps, empty if it is not listed there
 * @param aikido the repository in Aikido, empty if it is not listed there
 * @param action the action
 * @param reason the reason, a sentence
 * @param selected whether the includes and excludes select it
 * @param drift whether its state differs from the wanted one, so that a status reports it
 */
public record RepositoryPlan(
        Optional<AzureRepository> azure,
        Optional<CodeRepository> aikido,
        Action action,
        String reason,
        boolean selected,
        boolean drift) {

    /**
     * Returns the name in Azure DevOps, or in Aikido if Azure DevOps no longer lists it; a placeholder if neither has a
     * name.
     */
    public String name() {
        return azure.map(AzureRepository::name)
                .or(() -> aikido.map(CodeRepository::name))
                .filter(name -> !name.isBlank())
                .orElse("(unnamed)");
    }

    /** Returns whether Aikido monitors it. */
    public boolean isMonitored() {
        return aikido.map(CodeRepository::active).orElse(false);
    }

    /** Returns whether it is left alone because it was switched off after a scan. */
    public boolean isSwitchedOff() {
        return isOff() && aikido.flatMap(entry -> entry.lastScan().at()).isPresent();
    }

    /** Returns whether it is left alone because Aikido does not report whether it was switched off or is new. */
    public boolean isUnclear() {
        return isOff() && !aikido.map(entry -> entry.lastScan().known()).orElse(true);
    }

    private boolean isOff() {
        boolean readable = azure.map(AzureRepository::state).equals(Optional.of(RepositoryState.ACTIVE));
        return selected && readable && action == Action.SKIP && !isMonitored();
    }
}
