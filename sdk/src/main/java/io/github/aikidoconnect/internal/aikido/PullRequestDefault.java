package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The default of a workspace for the checks of pull requests.
 *
 * @param enabled whether there is one; otherwise the values are those that Aikido would begin with
 * @param values the values in the form in which they are written
 */
public record PullRequestDefault(boolean enabled, Map<String, Object> values) {

    private static final String COMMENTS = "post_inline_comments_min_severity";
    private static final String QUALITY_COMMENTS = "post_code_quality_inline_comments_min_severity";

    /** The values that can be written; what is read besides them follows from them. */
    private static final List<String> WRITTEN = List.of(
            "minimum_severity",
            "fail_on_dependency_scan",
            "fail_on_sast_scan",
            "fail_on_iac_scan",
            "fail_on_secrets_scan",
            "fail_on_malware_scan",
            "minimum_license_severity",
            "enable_code_quality_scan",
            "fail_on_code_quality_scan",
            QUALITY_COMMENTS,
            COMMENTS,
            "run_deep_audit_pr_scan");

    public PullRequestDefault {
        values = Map.copyOf(values);
    }

    static PullRequestDefault of(JsonNode json) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String key : WRITTEN) {
            JsonNode value = json.path(key);
            if (value.isBoolean()) {
                values.put(key, value.booleanValue());
            } else if (value.isTextual()) {
                values.put(key, value.textValue());
            } else if (key.equals(COMMENTS) && value.isNull()) {
                // No comments are null when they are read, and none when they are written (a published client,
                // 2026-10).
                values.put(key, "none");
            }
        }
        // The value none is read while the code quality scan is off, and cannot be written.
        values.remove(QUALITY_COMMENTS, "none");
        return new PullRequestDefault(json.path("is_enabled").booleanValue(), values);
    }
}
