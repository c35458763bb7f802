package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.azure.AccessTokens;
import io.github.aikidoconnect.internal.http.Redactor;
import java.util.Optional;

/**
 * Access tokens that may have been requested for another project of the run.
 *
 * @param tokens the access tokens of the run
 * @param redactor removes them from the texts about one project
 */
record RedactedTokens(AccessTokens tokens, Redactor redactor) implements AccessTokens {

    @Override
    public Secret valid() throws InterruptedException {
        return redacted(tokens.valid());
    }

    @Override
    public void accepted() {
        tokens.accepted();
    }

    @Override
    public Optional<Secret> insteadOf(Secret refused) throws InterruptedException {
        return tokens.insteadOf(refused).map(this::redacted);
    }

    private Secret redacted(Secret accessToken) {
        redactor.add(accessToken);
        return accessToken;
    }
}
