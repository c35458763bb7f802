package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.Findings;
import java.util.Map;

/** The calls about pull requests and findings of a workspace (published API description, 2026-10). */
public final class WorkspaceInsights {

    private static final String CHECKS = "/repositories/code/continuous_integration/checks/default";

    private final AikidoCalls calls;

    WorkspaceInsights(AikidoCalls calls) {
        this.calls = calls;
    }

    /** Returns the default for the checks of pull requests. Needs {@code repositories:read}. */
    public PullRequestDefault pullRequestDefault() throws InterruptedException {
        JsonNode json = calls.read(CHECKS);
        if (!json.path("is_enabled").isBoolean()) {
            throw AikidoAnswers.undescribed(false);
        }
        return PullRequestDefault.of(json);
    }

    /** Replaces the default for the checks of pull requests. Needs {@code repositories:write}. */
    public void savePullRequestDefault(Map<String, Object> values) throws InterruptedException {
        calls.post(CHECKS, values, Confirmation.STATUS_OK);
    }

    /** Returns the open findings of the workspace. Needs {@code issues:read}. */
    public Findings findings() throws InterruptedException {
        return findings("/issues/counts", true);
    }

    /** Returns the open findings of a repository. Needs {@code issues:read}. */
    public Findings findings(long repository) throws InterruptedException {
        return findings("/issues/counts?filter_code_repo_id=" + repository, false);
    }

    private Findings findings(String path, boolean wholeWorkspace) throws InterruptedException {
        JsonNode groups = calls.read(path).path("issue_groups");
        return new Findings(
                count(groups, "critical"),
                count(groups, "high"),
                count(groups, "medium"),
                count(groups, "low"),
                count(groups, "all"),
                wholeWorkspace);
    }

    /** A number that is missing must not look like no findings. */
    private static int count(JsonNode groups, String severity) {
        JsonNode count = groups.path(severity);
        if (!count.isIntegralNumber() || !count.canConvertToInt()) {
            throw AikidoAnswers.undescribed(false);
        }
        return count.asInt();
    }
}
