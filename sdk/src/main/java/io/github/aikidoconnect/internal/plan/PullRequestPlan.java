package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.PullRequestChecks;
import io.github.aikidoconnect.PullRequestChecks.Scan;
import io.github.aikidoconnect.internal.aikido.PullRequestDefault;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to change in the default of a workspace for pull requests.
 *
 * @param values all values to write: a write replaces the whole default
 * @param differences the differences in words, none if nothing has to change
 */
public record PullRequestPlan(Map<String, Object> values, List<String> differences) {

    private static final String SEVERITY = "minimum_severity";

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
        // If there is no default, Aikido reports values that no person chose.
        Map<String, Object> chosen = current.enabled() ? current.values() : Map.of();
        if (!current.enabled()) {
            values.putAll(NOT_REQUESTED);
        }
        Map<String, Object> requested = new LinkedHashMap<>();
        PullRequestChecks.Severity severity = wanted.minimumSeverity();
        Set<Scan> failOn = wanted.failOn();
        if (severity != null) {
            requested.put(SEVERITY, severity.toString());
        }
        if (failOn != null) {
            for (Scan scan : Scan.values()) {
                requested.put(key(scan), failOn.contains(scan));
            }
        }
        values.putAll(requested);
        boolean any = List.of(Scan.values()).stream().anyMatch(scan -> Boolean.TRUE.equals(values.get(key(scan))));
        if (!current.enabled() && !any) {
            // A default in which every scan is off is none.
            return new PullRequestPlan(values, List.of());
        }
        return new PullRequestPlan(
                values,
                requested.entrySet().stream()
                        .filter(value -> !value.getValue().equals(chosen.get(value.getKey())))
                        .map(value -> difference(value.getKey(), chosen.get(value.getKey()), value.getValue()))
                        .toList());
    }

    private static String difference(String key, @Nullable Object from, Object to) {
        String name = Arrays.stream(Scan.values())
                .filter(scan -> key(scan).equals(key))
                .map(scan -> "failOn " + scan)
                .findFirst()
                .orElse("minimumSeverity");
        return name + " from " + (from == null ? "none" : from) + " to " + to;
    }

    private static String key(Scan scan) {
        return "fail_on_" + scan + "_scan";
    }
}
