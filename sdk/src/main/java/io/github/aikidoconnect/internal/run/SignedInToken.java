package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.SignInMethod;
import io.github.aikidoconnect.internal.azure.AzureFindings;
import java.util.Optional;

/**
 * The token of a run: whether its lists are complete, and whether it may be handed over to Aikido.
 *
 * @param method how the run signed in. The token of a pipeline's job lists only the repositories that the pipeline
 *     references
 * @param personalAccessToken whether it has the shape of a personal access token
 * @param ownerKnown whether Azure DevOps returned the owner
 */
record SignedInToken(SignInMethod method, boolean personalAccessToken, boolean ownerKnown) {

    /** A personal access token that the run itself created. */
    static final SignedInToken NEW = new SignedInToken(SignInMethod.PAT, true, true);

    /** Returns what the token of a request shows before any call. */
    static SignedInToken of(ConnectRequest request) {
        Optional<SignInMethod> named = request.azureSignIn().map(AzureSignIn::method);
        if (named.filter(SignInMethod::isIdentity).isPresent()) {
            return new SignedInToken(named.get(), false, false);
        }
        boolean ofThisJob =
                request.azureToken().isPresent() && request.azureToken().equals(request.pipelineToken());
        boolean shape = request.azureToken().map(Secret::isPersonalAccessToken).orElse(false);
        SignInMethod form = named.orElse(shape ? SignInMethod.PAT : SignInMethod.BEARER);
        return new SignedInToken(ofThisJob ? SignInMethod.JOB_TOKEN : form, shape, false);
    }

    /** Returns what the token of a request and its owner show. */
    static SignedInToken of(ConnectRequest request, AzureFindings found) {
        SignedInToken before = of(request);
        return new SignedInToken(
                found.ownerIsBuildService() ? SignInMethod.JOB_TOKEN : before.method,
                before.personalAccessToken,
                found.owner().succeeded());
    }

    private boolean jobToken() {
        return method == SignInMethod.JOB_TOKEN;
    }

    /** Returns whether the token lists everything that its owner may read. */
    boolean listsEverything() {
        return !jobToken() && (personalAccessToken || ownerKnown);
    }

    /** Returns the reason why the token must not be handed over, as a sentence; empty if it may be. */
    Optional<String> handoverObjection() {
        if (jobToken()) {
            return Optional.of("It is a pipeline's job token, which expires when the job ends.");
        }
        if (method.isIdentity()) {
            return Optional.of("A " + method.title() + " has no personal access token.");
        }
        return personalAccessToken
                ? Optional.empty()
                : Optional.of("It does not have the shape of a personal access token.");
    }

    /** Adds a check if the lists that the token reads are, or may be, incomplete. */
    void checkVisibility(AzureProblems texts, CheckList checks) {
        if (jobToken()) {
            checks.warning(
                    CheckId.TOKEN_VISIBILITY,
                    "The token is a pipeline's job token, which lists only the repositories that the pipeline references.",
                    texts.identityFix());
        } else if (!listsEverything()) {
            checks.unknown(
                    CheckId.TOKEN_VISIBILITY,
                    "The owner of the token could not be read, so the list of repositories may be incomplete.");
        }
    }
}
