package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import java.util.List;
import java.util.Map;

/**
 * What went wrong while settings were compared and changed.
 *
 * @param writes the repositories with a setting that was not changed, each with the first failure
 * @param pages the repositories whose page could not be read
 * @param missed the repositories that were activated without a setting that no later run writes
 * @param contradicted the repositories for which Aikido's list does not show an acknowledged change
 */
public record SettingsFailures(
        Map<RepositoryPlan, AikidoException> writes,
        Map<RepositoryPlan, AikidoException> pages,
        List<RepositoryPlan> missed,
        List<RepositoryPlan> contradicted) {}
