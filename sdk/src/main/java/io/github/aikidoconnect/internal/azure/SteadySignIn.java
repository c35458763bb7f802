package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.internal.http.Credentials;

/**
 * Sends each call in the same form.
 *
 * @param current provides the credentials for the next call
 */
record SteadySignIn(Current current) implements SignIn {

    /** Provides credentials. */
    interface Current {
        Credentials get() throws InterruptedException;
    }

    @Override
    public Credentials credentials(Trial trial) throws InterruptedException {
        return current.get();
    }

    @Override
    public TokenOwner owner(Trial trial) throws InterruptedException {
        return trial.owner(current.get());
    }
}
