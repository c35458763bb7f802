package io.github.aikidoconnect.simulator.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * When Azure DevOps finds that a client calls too much. Counted in calls here, where the service counts the work that
 * they cause: first it answers, and asks for a pause in headers, then it refuses.
 *
 * @param delayedAfter so many calls are answered as usual, each later one has Retry-After and X-RateLimit headers
 * @param refusedAfter so many calls are answered, the next {@code refusals} are 429 with TF400733; 0 is never
 * @param refusals how many are refused before calls are answered again; 0 is 1
 * @param retryAfterSeconds the pause asked for; 0 is 1
 */
@RecordBuilder
public record AzureLimit(int delayedAfter, int refusedAfter, int refusals, int retryAfterSeconds)
        implements AzureLimitBuilder.With {
    public AzureLimit {
        refusals = refusals == 0 ? 1 : refusals;
        retryAfterSeconds = retryAfterSeconds == 0 ? 1 : retryAfterSeconds;
    }
}
