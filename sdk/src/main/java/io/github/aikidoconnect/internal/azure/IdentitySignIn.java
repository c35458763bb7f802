package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.internal.http.Credentials;
import java.util.Optional;

/**
 * Signs in with an identity, whose access token can be another one for each call.
 *
 * @param tokens the access tokens
 */
record IdentitySignIn(AccessTokens tokens) implements SignIn {

    @Override
    public Credentials credentials(Trial trial) throws InterruptedException {
        return new Credentials.Bearer(tokens.valid());
    }

    @Override
    public TokenOwner owner(Trial trial) throws InterruptedException {
        return trial.owner(credentials(trial));
    }

    @Override
    public void accepted() {
        tokens.accepted();
    }

    @Override
    public Optional<Credentials> insteadOf(Credentials refused) throws InterruptedException {
        return refused instanceof Credentials.Bearer bearer
                ? tokens.insteadOf(bearer.token()).map(Credentials.Bearer::new)
                : Optional.empty();
    }
}
