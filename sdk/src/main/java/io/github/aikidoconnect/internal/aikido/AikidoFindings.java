package io.github.aikidoconnect.internal.aikido;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The facts about a workspace.
 *
 * @param workspace the workspace, empty if it could not be read
 * @param configurationErrors its configuration errors, empty if they could not be read
 * @param repositories its repositories, empty if the list could not be read completely
 * @param scopes the scopes of the API client, empty if its access token does not name them
 * @param failures the failures, in the order of the calls
 */
public record AikidoFindings(
        Optional<Workspace> workspace,
        Optional<List<ConfigurationError>> configurationErrors,
        Optional<List<CodeRepository>> repositories,
        Optional<Set<String>> scopes,
        List<AikidoException> failures) {

    /** Returns the findings about a workspace that could not be read. */
    public static AikidoFindings none(AikidoException failure) {
        return new AikidoFindings(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(failure));
    }

    /** Returns whether Aikido reports its connection to the source code as broken. */
    public boolean isDisconnected() {
        return configurationErrors.map(AikidoFindings::isDisconnected).orElse(false);
    }

    /** Returns whether the workspace is reported as linked to this organization of Azure DevOps. */
    public boolean isLinkedTo(String azureOrganization) {
        return workspace.filter(known -> known.isLinkedTo(azureOrganization)).isPresent();
    }

    /** Returns whether one of the configuration errors is a broken connection to the source code. */
    public static boolean isDisconnected(List<ConfigurationError> configurationErrors) {
        return configurationErrors.stream().anyMatch(ConfigurationError::isBrokenConnection);
    }
}
