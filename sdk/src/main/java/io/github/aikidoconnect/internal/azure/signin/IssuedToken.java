package io.github.aikidoconnect.internal.azure.signin;

import io.github.aikidoconnect.Secret;
import java.time.Duration;
import java.time.Instant;

/**
 * An access token as it was issued.
 *
 * @param value the token
 * @param issuedAt when it was received
 * @param expiresAt when it stops being valid
 */
record IssuedToken(Secret value, Instant issuedAt, Instant expiresAt) {

    /** A call may wait for the rate limit between the choice of its token and its arrival. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** Returns whether to request another one: it expires within five minutes, or half of a shorter life is over. */
    boolean isDue(Instant now) {
        Duration half = Duration.between(issuedAt, expiresAt).dividedBy(2);
        return !now.isBefore(expiresAt.minus(half.compareTo(MARGIN) < 0 ? half : MARGIN));
    }

    boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
