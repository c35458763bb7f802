package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.PullRequestChecks;
import io.github.aikidoconnect.PullRequestChecks.Scan;
import io.github.aikidoconnect.internal.aikido.PullRequestDefault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to change in the default of a workspace for pull requests.
 *
 * @param values all values to write: a write replaces the whole default
 * @param differences the differences in words, none if nothing has to change
 */
public record PullRequestPlan(Map<String, Object> values, List<String> differences) {

    /** What a default that is created must not switch on, because it was not requested. */
    private static final Map<String, Object> NOT_REQUESTED = Map.of(
            "enable_code_quality_scan",
            false,
            "fail_on_code_quality_scan",
            false,
            "run_deep_audit_pr_scan",
            false,
            "post_inline_comments_min_severity",
            "none");

    public PullRequestPlan {
        differences = List.copyOf(differences);
    }

    /** Compares a default with the wanted values. What is not wanted keeps its value. */
    public static PullRequestPlan of(PullRequestDefault current, PullRequestChecks wanted) {
        Map<String, Object> values = new LinkedHashMap<>(current.values());
        if (!current.enabled()) {
            values.putAll(NOT_REQUESTED);
        }
        List<String> differences = new ArrayList<>();
        Set<Scan> failOn = wanted.failOn();
        if (wanted.minimumSeverity() != null) {
            set(values, "minimum_severity", wanted.minimumSeverity().toString(), "minimumSeverity", differences);
        }
        if (failOn != null) {
            for (Scan scan : Scan.values()) {
                set(values, key(scan), failOn.contains(scan), "failOn " + scan, differences);
            }
        }
        boolean any = List.of(Scan.values()).stream().anyMatch(scan -> Boolean.TRUE.equals(values.get(key(scan))));
        if (!current.enabled()) {
            // A default in which every scan is off is none.
            return new PullRequestPlan(values, any ? List.of("there is none yet") : List.of());
        }
        return new PullRequestPlan(values, differences);
    }

    private static String key(Scan scan) {
        return "fail_on_" + scan + "_scan";
    }

    private static void set(
            Map<String, Object> values, String key, Object value, String name, List<String> differences) {
        Object before = values.put(key, value);
        if (!value.equals(before)) {
            differences.add(name + (before == null ? "" : " from " + before) + " to " + value);
        }
    }
}
