package io.jenkins.plugins.aikido.report;

import io.github.aikidoconnect.SafeText;
import io.jenkins.plugins.aikido.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
     * Returns a report with a {@code title} in each check. Characters that cannot be seen are replaced, because some of them
     * change the order of the letters around them.
     *
     * @param report in its published form, as maps
     */
    public static Map<String, Object> forPage(Map<String, Object> report) {
        Map<String, Object> shown = visible(report);
        checks(shown).forEach(check -> check.put("title", title(String.valueOf(check.get("id")))));
        return shown;
    }

    private static Map<String, Object> visible(Map<?, ?> values) {
        Map<String, Object> visible = new LinkedHashMap<>();
        values.forEach((key, value) -> visible.put(String.valueOf(key), visible(value)));
        return visible;
    }

    private static Object visible(Object value) {
        if (value instanceof String text) {
            return SafeText.oneLine(text);
        }
        if (value instanceof Map<?, ?> values) {
            return visible(values);
        }
        return value instanceof List<?> values
                ? values.stream().map(ReportTexts::visible).collect(Collectors.toCollection(ArrayList::new))
                : value;
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
