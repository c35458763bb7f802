package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.SignInMethod;
import io.github.aikidoconnect.internal.http.Credentials;
import java.util.Optional;

/** The credentials of the calls to Azure DevOps. Safe for use by several threads. */
public interface SignIn {

    /** Reads the owner of the token. The call needs no scope, so a refusal concerns the token itself. */
    @FunctionalInterface
    interface Trial {
        TokenOwner owner(Credentials credentials) throws InterruptedException;
    }

    /**
     * Returns the credentials for a call.
     *
     * @param trial reads the owner, if that shows how to send the token
     * @throws AzureException if there is no access token for the identity
     */
    Credentials credentials(Trial trial) throws InterruptedException;

    /**
     * Returns the owner of the token.
     *
     * @throws AzureException if Azure DevOps does not return the owner
     */
    TokenOwner owner(Trial trial) throws InterruptedException;

    /** Notes that Azure DevOps accepted the credentials of a call. */
    default void accepted() {}

    /** Returns the credentials with which a refused call is repeated, empty if the refusal is final. */
    default Optional<Credentials> insteadOf(Credentials refused) throws InterruptedException {
        return Optional.empty();
    }

    /** Returns the sign-in with a token in the form that Azure DevOps accepts. */
    static SignIn with(Secret token) {
        return new TokenSignIn(token);
    }

    /** Returns the sign-in with a token in a given form. */
    static SignIn with(Secret token, AzureSignIn.GivenToken form) {
        Credentials credentials =
                form.method() == SignInMethod.PAT ? new Credentials.AccessToken(token) : new Credentials.Bearer(token);
        return new SteadySignIn(credentials);
    }

    /** Returns the sign-in with an identity, whose access token can be another one for each call. */
    static SignIn with(AccessTokens tokens) {
        return new IdentitySignIn(tokens);
    }
}
