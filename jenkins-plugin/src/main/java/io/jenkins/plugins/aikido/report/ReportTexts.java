package io.jenkins.plugins.aikido.report;

import io.jenkins.plugins.aikido.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * What a page says that a report does not. A view cannot ask for it: in a real Jenkins, the tags of a plugin do not see the
 * plugin's classes.
 */
@Restricted(NoExternalUse.class)
public final class ReportTexts {

    private ReportTexts() {}

    /**
     * Gives the report and each check a {@code title}, and the report a line of {@code counts}.
     *
     * @param report in its published form, as maps
     * @return the same report
     */
    public static Map<String, Object> addTo(Map<String, Object> report) {
        List<Map<String, Object>> checks = checks(report);
        report.put("title", title(report));
        checks.forEach(check -> check.put("title", title(String.valueOf(check.get("id")))));
        report.put("counts", "check".equals(report.get("goal")) ? passed(checks) : counts(report));
        return report;
    }

    private static String title(Map<String, Object> report) {
        String title = project(report)
                .map(project -> Messages.Report_titleOfProject(report.get("goal"), project))
                .orElseGet(() -> Messages.Report_title(report.get("goal")));
        return Boolean.TRUE.equals(report.get("dryRun")) ? Messages.Report_dryRun(title) : title;
    }

    private static Optional<Object> project(Map<String, Object> report) {
        return report.get("azure") instanceof Map<?, ?> azure && azure.get("project") instanceof Map<?, ?> project
                ? Optional.ofNullable(project.get("name"))
                : Optional.empty();
    }

    @SuppressWarnings("unchecked") // the schema's
    private static List<Map<String, Object>> checks(Map<String, Object> report) {
        return report.get("checks") instanceof List<?> checks ? (List<Map<String, Object>>) checks : List.of();
    }

    private static String passed(List<Map<String, Object>> checks) {
        long passed = checks.stream()
                .filter(check -> "passed".equals(check.get("status")))
                .count();
        return checks.isEmpty() ? "" : Messages.Report_passed(passed, checks.size());
    }

    /** How many repositories were found, and of the rest what is not zero. */
    private static String counts(Map<String, Object> report) {
        if (!(report.get("summary") instanceof Map<?, ?> summary)) {
            return "";
        }
        List<String> counts = new ArrayList<>();
        counts.add(Messages.Report_found(number(summary, "found")));
        add(counts, number(summary, "alreadyMonitored"), Messages::Report_alreadyMonitored);
        add(counts, number(summary, "activated"), Messages::Report_activated);
        add(counts, number(summary, "deactivated"), Messages::Report_deactivated);
        add(counts, number(summary, "skipped"), Messages::Report_skipped);
        add(counts, number(summary, "failed"), Messages::Report_failed);
        return String.join(", ", counts);
    }

    private static int number(Map<?, ?> summary, String key) {
        return summary.get(key) instanceof Number number ? number.intValue() : 0;
    }

    private static void add(List<String> counts, int number, Function<Object, String> text) {
        if (number != 0) {
            counts.add(text.apply(number));
        }
    }

    /** Returns the id itself where a later version wrote the report. */
    private static String title(String id) {
        return switch (id) {
            case "organization" -> Messages.Check_organization();
            case "token" -> Messages.Check_token();
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
