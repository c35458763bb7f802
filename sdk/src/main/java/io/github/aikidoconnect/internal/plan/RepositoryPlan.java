package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import java.util.Optional;

/**
 * What to do with one repository.
 *
 * @param azure as Azure DevOps lists it, empty where it is gone from there
 * @param aikido as Aikido lists it, empty where it does not
 * @param action what to do
 * @param reason why, a sentence
 * @param selected whether includes and excludes mean it
 * @param drift whether it is not as it should be, so that a status reports it
 */
public record RepositoryPlan(
        Optional<AzureRepository> azure,
        Optional<CodeRepository> aikido,
        Action action,
        String reason,
        boolean selected,
        boolean drift) {

    /** Returns the name in Azure DevOps, or in Aikido if Azure DevOps no longer lists it; a stand-in where neither has one. */
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

    /** Returns whether it is left alone because it was switched off after Aikido had scanned it. */
    public boolean isSwitchedOff() {
        return isOff() && aikido.flatMap(entry -> entry.lastScan().at()).isPresent();
    }

    /** Returns whether it is left alone because Aikido does not say if it was switched off or is new. */
    public boolean isUnclear() {
        return isOff() && !aikido.map(entry -> entry.lastScan().known()).orElse(true);
    }

    private boolean isOff() {
        boolean readable = azure.map(AzureRepository::state).equals(Optional.of(RepositoryState.ACTIVE));
        return selected && readable && action == Action.SKIP && !isMonitored();
    }
}
