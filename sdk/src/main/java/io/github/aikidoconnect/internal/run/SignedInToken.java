package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.azure.AzureFindings;
import java.util.Optional;

/**
 * What a run's token may be used for besides reading: whether its lists are complete, and whether Aikido may be given it.
 *
 * @param jobToken whether it is the token of a pipeline's job, which lists only the repositories that the pipeline
 *     references
 * @param personalAccessToken whether it has the shape of a personal access token
 * @param ownerKnown whether Azure DevOps said whose it is
 */
record SignedInToken(boolean jobToken, boolean personalAccessToken, boolean ownerKnown) {

    /** A personal access token that this run has created. */
    static final SignedInToken NEW = new SignedInToken(false, true, true);

    /** Judges the token of a request by what is known before a call. */
    static SignedInToken of(ConnectRequest request) {
        boolean ofThisJob =
                request.azureToken().isPresent() && request.azureToken().equals(request.pipelineToken());
        boolean shape = request.azureToken().map(Secret::isPersonalAccessToken).orElse(false);
        return new SignedInToken(ofThisJob, shape, false);
    }

    /** Judges it with what Azure DevOps says of its owner. */
    static SignedInToken of(ConnectRequest request, AzureFindings found) {
        SignedInToken before = of(request);
        return new SignedInToken(
                before.jobToken || found.ownerIsBuildService(),
                before.personalAccessToken,
                found.owner().succeeded());
    }

    /** Returns whether what it does not list is not there, as far as its owner may read. */
    boolean listsEverything() {
        return !jobToken && (personalAccessToken || ownerKnown);
    }

    /** Returns why Aikido must not be given it, as a sentence; empty where it may be. */
    Optional<String> handoverObjection() {
        if (jobToken) {
            return Optional.of("It is the token of a pipeline's job, which ends with the job.");
        }
        return personalAccessToken
                ? Optional.empty()
                : Optional.of("It does not have the shape of a personal access token.");
    }

    /** Adds the verdict where its lists are, or may be, incomplete. */
    void judgeVisibility(ProblemTexts wording, CheckList verdicts) {
        if (jobToken) {
            verdicts.warning(
                    CheckId.TOKEN_VISIBILITY,
                    "The token is that of a pipeline's job: it lists only the repositories that the pipeline references.",
                    wording.identityFix());
        } else if (!listsEverything()) {
            verdicts.unknown(
                    CheckId.TOKEN_VISIBILITY,
                    "The owner of the token could not be read, so the list of repositories may be incomplete.");
        }
    }
}
