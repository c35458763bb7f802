package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.internal.http.Credentials;

/**
 * Sends each call in the same form.
 *
 * @param credentials the credentials of each call
 */
record SteadySignIn(Credentials credentials) implements SignIn {

    @Override
    public Credentials credentials(Trial trial) {
        return credentials;
    }

    @Override
    public TokenOwner owner(Trial trial) throws InterruptedException {
        return trial.owner(credentials);
    }
}
