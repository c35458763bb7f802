package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.aikido.ConfigurationError;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of carrying out a plan.
 *
 * @param entries what became of each repository
 * @param failures the repositories that failed, and how
 * @param importFailure why no import could be started, or why it may not have been
 * @param handoverFailure why the token could not be handed over
 * @param pollFailure why it could not be seen what an import brought
 * @param notArrived the repositories that Aikido did not list in time
 * @param scanFailures the repositories whose first scan could not be started, and why
 * @param handedOver whether the token was handed over
 * @param errorsAfterHandover the workspace's configuration errors after the handover, empty if they were not read
 * @param contradicted the repositories that Aikido's list shows in another state than Aikido acknowledged
 * @param verificationFailure why the list could not be read after the changes
 */
public record Applied(
        List<ApplyLog.Entry> entries,
        Map<RepositoryPlan, AikidoException> failures,
        Optional<AikidoException> importFailure,
        Optional<AikidoException> handoverFailure,
        Optional<AikidoException> pollFailure,
        List<RepositoryPlan> notArrived,
        Map<RepositoryPlan, AikidoException> scanFailures,
        boolean handedOver,
        Optional<List<ConfigurationError>> errorsAfterHandover,
        List<RepositoryPlan> contradicted,
        Optional<AikidoException> verificationFailure) {}
