package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.aikido.ConfigurationError;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of carrying out a plan.
 *
 * @param entries the result for each repository
 * @param failures the repositories that failed, with the failures
 * @param importFailure the reason why no import was started, or why the start is uncertain
 * @param handoverFailure the reason why the token was not handed over
 * @param pollFailure the reason why the progress of an import could not be read
 * @param notArrived the repositories that Aikido did not list in time
 * @param scanFailures the repositories whose first scan could not be started, with the failures
 * @param handedOver whether the token was handed over
 * @param errorsAfterHandover the workspace's configuration errors after the handover, empty if they were not read
 * @param contradicted the repositories whose state in Aikido's list differs from the acknowledged one
 * @param verificationFailure the reason why the list could not be read after the changes
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
