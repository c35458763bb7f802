package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.internal.azure.Attempt;
import io.github.aikidoconnect.internal.azure.AzureFindings;
import io.github.aikidoconnect.internal.azure.AzureProject;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import io.github.aikidoconnect.internal.plan.ProjectAddress;
import java.util.List;
import java.util.Optional;

/**
 * What a run found about a project in Azure DevOps.
 *
 * @param azure the answers
 * @param token the token that read them
 * @param address the address of the project, empty if the project was not found or not requested
 */
record ProjectFindings(AzureFindings azure, SignedInToken token, Optional<ProjectAddress> address) {

    static ProjectFindings of(RunContext context, AzureFindings azure) {
        return new ProjectFindings(
                azure,
                SignedInToken.of(context.request(), azure),
                azure.project().flatMap(Attempt::value).map(context.validated()::place));
    }

    /** Returns the project, empty if it was not found or not requested. */
    Optional<AzureProject> project() {
        return azure.project().flatMap(Attempt::value);
    }

    /** Returns the repositories, empty if they could not be read. */
    Optional<List<AzureRepository>> listed() {
        return azure.repositories().flatMap(Attempt::value);
    }

    /** Returns whether the list of repositories was requested and read. */
    boolean repositoriesWereRead() {
        return azure.repositories().map(Attempt::succeeded).orElse(false);
    }

    /** Returns the repositories, none if they could not be read. */
    List<AzureRepository> repositories() {
        return listed().orElse(List.of());
    }

    /** Returns whether nothing is known that makes the list of repositories incomplete. */
    boolean allowsCoverage() {
        return !azure.tokenIsAccepted() || token.listsEverything();
    }
}
