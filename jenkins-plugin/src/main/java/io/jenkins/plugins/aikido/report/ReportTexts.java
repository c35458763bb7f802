package io.jenkins.plugins.aikido.report;

import io.jenkins.plugins.aikido.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Adds texts to a report for its page. A view cannot call these methods: in a real Jenkins, the tags of a plugin do not see the
 * classes of the plugin.
 */
@Restricted(NoExternalUse.class)
public final class ReportTexts {

    private ReportTexts() {}

    /**
     * Adds a {@code title} to each check.
     *
     * @param report in its published form, as maps
     * @return the same report
     */
    public static Map<String, Object> addTo(Map<String, Object> report) {
        checks(report).forEach(check -> check.put("title", title(String.valueOf(check.get("id")))));
        return report;
    }

    /** Failed repositories first, then changed ones, then the others. */
    static final Comparator<Map<String, Object>> ATTENTION_FIRST = Comparator.comparingInt(ReportTexts::rank);

    private static int rank(Map<String, Object> repository) {
        if ("failed".equals(repository.get("result"))) {
            return 0;
        }
        return switch (String.valueOf(repository.get("action"))) {
            case "activate", "deactivate", "update", "wait" -> 1;
            case "skip" -> 2;
            default -> 3;
        };
    }

    /** Returns the repositories; an empty list if the report has none. */
    @SuppressWarnings("unchecked") // the schema's
    static List<Map<String, Object>> repositories(Map<String, Object> report) {
        return report.get("repositories") instanceof List<?> repositories
                ? (List<Map<String, Object>>) repositories
                : List.of();
    }

    /** Returns the name of the project; null if the report has none. */
    static String project(Map<String, Object> report) {
        return report.get("azure") instanceof Map<?, ?> azure
                        && azure.get("project") instanceof Map<?, ?> project
                        && project.get("name") instanceof String name
                ? name
                : null;
    }

    /** Returns the message of the first problem; null if there is none. */
    static String firstProblem(Map<String, Object> report) {
        return report.get("problems") instanceof List<?> problems
                        && !problems.isEmpty()
                        && problems.get(0) instanceof Map<?, ?> problem
                ? String.valueOf(problem.get("message"))
                : null;
    }

    @SuppressWarnings("unchecked") // the schema's
    static List<Map<String, Object>> checks(Map<String, Object> report) {
        return report.get("checks") instanceof List<?> checks ? (List<Map<String, Object>>) checks : List.of();
    }

    /** Returns the title of a check; its id if the check is not known, because a newer version wrote the report. */
    public static String title(String id) {
        return switch (id) {
            case "organization" -> Messages.Check_organization();
            case "token" -> Messages.Check_token();
            case "token.visibility" -> Messages.Check_tokenVisibility();
            case "scope.code" -> Messages.Check_scopeCode();
            case "scope.memberEntitlementManagement" -> Messages.Check_scopeMemberEntitlementManagement();
            case "scope.projectAndTeam" -> Messages.Check_scopeProjectAndTeam();
            case "scope.userProfile" -> Messages.Check_scopeUserProfile();
            case "scope.excess" -> Messages.Check_scopeExcess();
            case "project" -> Messages.Check_project();
            case "aikido.credentials" -> Messages.Check_aikidoCredentials();
            case "aikido.workspace" -> Messages.Check_aikidoWorkspace();
            case "aikido.connection" -> Messages.Check_aikidoConnection();
            default -> id;
        };
    }
}
