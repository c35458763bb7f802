package io.github.aikidoconnect.simulator.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * The rate limit of Azure DevOps. It counts calls, while the service counts the work that they cause: the service first
 * requests a pause in the headers of answers, then refuses calls.
 *
 * @param delayedAfter so many calls are answered as usual, each later one has Retry-After and X-RateLimit headers
 * @param refusedAfter so many calls are answered, the next {@code refusals} are 429 with TF400733; 0 is never
 * @param refusals how many are refused before calls are answered again; 0 means 1
 * @param retryAfterSeconds the requested pause; 0 means 1
 */
@RecordBuilder
public record AzureLimit(int delayedAfter, int refusedAfter, int refusals, int retryAfterSeconds)
        implements AzureLimitBuilder.With {
    public AzureLimit {
        refusals = refusals == 0 ? 1 : refusals;
        retryAfterSeconds = retryAfterSeconds == 0 ? 1 : retryAfterSeconds;
    }
}
