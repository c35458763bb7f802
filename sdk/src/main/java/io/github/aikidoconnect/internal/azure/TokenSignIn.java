package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.azure.AzureException.Kind;
import io.github.aikidoconnect.internal.http.Credentials;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a token is sent to Azure DevOps. A personal access token is sent as a password. Any other token is opaque:
 * it is sent as a bearer token first, then once as a password, and the form that Azure DevOps accepted is kept. The
 * first call decides, and concurrent calls wait for its result. Safe for use by several threads.
 */
final class TokenSignIn implements SignIn {

    private final Secret token;
    private final Lock lock = new ReentrantLock();
    private @Nullable Decision decision;

    private record Decision(Credentials credentials, Attempt<TokenOwner> owner) {}

    TokenSignIn(Secret token) {
        this.token = token;
    }

    @Override
    public Credentials credentials(Trial trial) throws InterruptedException {
        return token.isPersonalAccessToken()
                ? new Credentials.AccessToken(token)
                : decide(trial).credentials();
    }

    @Override
    public TokenOwner owner(Trial trial) throws InterruptedException {
        if (token.isPersonalAccessToken()) {
            return trial.owner(new Credentials.AccessToken(token));
        }
        Attempt<TokenOwner> owner = decide(trial).owner();
        return owner.value().orElseThrow(() -> owner.failure().orElseThrow());
    }

    private Decision decide(Trial trial) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Decision made = decision;
            if (made == null) {
                made = attempt(trial);
                decision = made;
            }
            return made;
        } finally {
            lock.unlock();
        }
    }

    private Decision attempt(Trial trial) throws InterruptedException {
        Decision bearer = attempt(trial, new Credentials.Bearer(token));
        boolean refused =
                bearer.owner().failedWith(Kind.TOKEN_REJECTED) || bearer.owner().failedWith(Kind.REFUSED);
        if (!refused) {
            return bearer;
        }
        Decision password = attempt(trial, new Credentials.AccessToken(token));
        boolean known = password.owner().succeeded() || password.owner().failedWith(Kind.TOKEN_EXPIRED);
        return known ? password : bearer;
    }

    private static Decision attempt(Trial trial, Credentials credentials) throws InterruptedException {
        try {
            return new Decision(credentials, Attempt.success(trial.owner(credentials)));
        } catch (AzureException e) {
            return new Decision(credentials, Attempt.failure(e));
        }
    }
}
