package io.github.aikidoconnect.internal.plan;

/**
 * The part of a request that concerns the plan.
 *
 * @param selection the repositories that are selected
 * @param prune whether to deactivate repositories that are excluded or gone
 * @param pruneLimit the percentage of the monitored repositories that pruning may deactivate
 * @param reactivate whether to activate repositories that were switched off after a scan
 * @param freshness the rule for the age of the last scan of a monitored repository
 */
public record PlanRules(Selection selection, boolean prune, int pruneLimit, boolean reactivate, Freshness freshness) {

    /** Returns the same rules without pruning. */
    PlanRules withoutPruning() {
        return new PlanRules(selection, false, pruneLimit, reactivate, freshness);
    }
}
