package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.internal.azure.pat.PersonalTokens;
import io.github.aikidoconnect.internal.azure.pat.PersonalTokens.Filter;
import io.github.aikidoconnect.internal.azure.pat.TokenRecord;
import io.github.aikidoconnect.internal.limit.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Revokes a token for a run that was interrupted. The calls are made by another thread, because the run's own thread stays
 * interrupted, and within a time limit, because the process may be about to end.
 */
record LastMoment(PersonalTokens tokens) {

    /** Of the 5 seconds that a process has after a signal, the rest is for the report. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    /**
     * Revokes a token.
     *
     * @param name its name, which no other token has
     * @param made its record, empty if it is not known whether it was created
     * @return the tokens that were revoked for certain
     */
    List<TokenRecord> revoke(String name, Optional<TokenRecord> made) {
        boolean interrupted = Thread.interrupted();
        try (Tasks tasks = Tasks.unbounded()) {
            Future<List<TokenRecord>> revoked = tasks.start(() -> revokeNow(name, made));
            return revoked.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
            return List.of();
        } catch (TimeoutException | ExecutionException e) {
            return List.of();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<TokenRecord> revokeNow(String name, Optional<TokenRecord> made) throws InterruptedException {
        List<TokenRecord> revoked = new ArrayList<>();
        List<TokenRecord> candidates = made.isPresent() ? List.of(made.get()) : tokens.list(Filter.ACTIVE);
        for (TokenRecord token : candidates) {
            if (made.isPresent() || token.name().equals(name)) {
                tokens.revoke(token.id());
                revoked.add(token);
            }
        }
        return revoked;
    }
}
