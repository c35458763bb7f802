package io.github.aikidoconnect.simulator.aikido;

import static io.github.aikidoconnect.simulator.http.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.http.Json;
import io.github.aikidoconnect.simulator.scenario.Issues;
import io.github.aikidoconnect.simulator.scenario.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The default for the checks of pull requests, and the numbers of issues. */
final class InsightApi {
    /** The fields that a call to save must have besides the least severity. */
    private static final List<String> FLAGS = List.of(
            "fail_on_dependency_scan",
            "fail_on_sast_scan",
            "fail_on_iac_scan",
            "fail_on_secrets_scan",
            "fail_on_malware_scan",
            "enable_code_quality_scan",
            "fail_on_code_quality_scan");

    private InsightApi() {}

    static Answer pullRequestDefault(WorkspaceState state, Call call) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        JsonNode saved = state.settings().pullRequestDefault();
        json.put("is_enabled", saved != null);
        json.put(
                "minimum_severity",
                saved == null ? "high" : saved.path("minimum_severity").asText());
        for (String key : FLAGS) {
            json.put(key, saved == null || saved.path(key).asBoolean());
        }
        json.put("minimum_license_severity", "none");
        json.put(
                "run_deep_audit_pr_scan",
                saved != null && saved.path("run_deep_audit_pr_scan").asBoolean());
        String comments = saved == null
                ? "none"
                : saved.path("post_inline_comments_min_severity").asText("none");
        json.put("post_inline_comments_min_severity", comments.equals("none") ? null : comments);
        json.put("post_code_quality_inline_comments_min_severity", "none");
        json.put("fail_on_license_scan", false);
        json.put("post_inline_comments", !comments.equals("none"));
        return Answer.json(200, json);
    }

    static Answer savePullRequestDefault(WorkspaceState state, Call call) {
        JsonNode body = Json.read(call.body());
        if (state.workspace().settings() == Workspace.Settings.NO_PULL_REQUEST_CHECKS) {
            return Problems.reason("Checks of pull requests need a paying account");
        }
        if (!body.has("minimum_severity") || !FLAGS.stream().allMatch(body::has)) {
            return Problems.reason("A required field is missing");
        }
        state.settings().savePullRequestDefault(body);
        return Answer.json(200, object("status", "ok"));
    }

    static Answer counts(WorkspaceState state, Call call) {
        String id = call.parameter("filter_code_repo_id");
        List<Issues> issues = state.workspace().issues().stream()
                .filter(each -> id == null || Long.toString(each.repository()).equals(id))
                .toList();
        Object counts = object(
                "critical",
                sum(issues, Issues::critical),
                "high",
                sum(issues, Issues::high),
                "medium",
                sum(issues, Issues::medium),
                "low",
                sum(issues, Issues::low),
                "all",
                sum(issues, each -> each.critical() + each.high() + each.medium() + each.low()));
        return Answer.json(200, object("issue_groups", counts, "issues", counts));
    }

    private static int sum(List<Issues> issues, ToIntFunction<Issues> severity) {
        return issues.stream().mapToInt(severity).sum();
    }
}
