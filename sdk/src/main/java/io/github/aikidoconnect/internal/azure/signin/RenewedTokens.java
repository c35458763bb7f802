package io.github.aikidoconnect.internal.azure.signin;

import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.azure.AccessTokens;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.limit.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one access token in memory and renews it before it expires. Concurrent calls wait for one request. A refusal is
 * kept for a while, because the calls of a run come in quick succession and each would request a token again.
 */
final class RenewedTokens implements AccessTokens {

    private static final Duration KEEP_REFUSAL = Duration.ofMinutes(1);

    private final TokenIssuer issuer;
    private final Time time;
    private final Lock lock = new ReentrantLock();
    private @Nullable IssuedToken token;
    private @Nullable AzureException refusal;
    private Instant refusedUntil = Instant.MIN;
    private volatile boolean accepted;
    private boolean replaced;

    RenewedTokens(TokenIssuer issuer, Time time) {
        this.issuer = issuer;
        this.time = time;
    }

    @Override
    public Secret valid() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            IssuedToken current = token;
            return current == null || current.isDue(time.now())
                    ? renewed(current).value()
                    : current.value();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void accepted() {
        accepted = true;
    }

    @Override
    public Optional<Secret> insteadOf(Secret refused) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            IssuedToken current = token;
            boolean other = current != null && !current.value().equals(refused);
            if (!other && accepted && !replaced) {
                replaced = true;
                current = issue();
                token = current;
            }
            return Optional.ofNullable(current).map(IssuedToken::value).filter(value -> !value.equals(refused));
        } catch (AzureException e) {
            // The refusal of the call says more than the refusal of another token.
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** A token that is still valid is used until its end if no other one is issued. */
    private IssuedToken renewed(@Nullable IssuedToken current) throws InterruptedException {
        try {
            IssuedToken issued = issue();
            token = issued;
            return issued;
        } catch (AzureException e) {
            if (current != null && !current.hasExpired(time.now())) {
                return current;
            }
            throw e;
        }
    }

    private IssuedToken issue() throws InterruptedException {
        AzureException earlier = refusal;
        if (earlier != null && time.now().isBefore(refusedUntil)) {
            throw earlier;
        }
        try {
            return issuer.issue();
        } catch (AzureException e) {
            refusal = e;
            refusedUntil = time.now().plus(KEEP_REFUSAL);
            throw e;
        }
    }
}
