package io.github.aikidoconnect.internal.azure.signin;

import java.time.Duration;
import java.util.Optional;

/**
 * The answers of the instance metadata service after which a request is repeated. Microsoft's guide "How to use managed
 * identities for Azure resources on an Azure VM to acquire an access token" (read 2026-11) lists 404 (the endpoint is
 * updating), 429 and server errors, after about 2, 6, 14 and 30 seconds, and 410 (the service is updating), which ends
 * within 70 seconds.
 */
final class MetadataService {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_UPDATE = Duration.ofSeconds(70);

    private MetadataService() {}

    /**
     * Returns the pause before the request is repeated, empty if it is not.
     *
     * @param waited the sum of the pauses so far
     */
    static Optional<Duration> pause(int status, Duration waited) {
        Duration left = longest(status).minus(waited);
        Duration next = waited.plus(FIRST_PAUSE);
        return left.isZero() || left.isNegative()
                ? Optional.empty()
                : Optional.of(next.compareTo(left) < 0 ? next : left);
    }

    private static Duration longest(int status) {
        boolean temporary = status == 404 || status == 429 || status >= 500;
        return status == 410 ? LONGEST_UPDATE : temporary ? LONGEST_WAIT : Duration.ZERO;
    }
}
