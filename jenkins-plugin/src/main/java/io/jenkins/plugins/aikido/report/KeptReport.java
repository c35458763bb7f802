package io.jenkins.plugins.aikido.report;

import hudson.Util;
import io.github.aikidoconnect.ConnectReport;
import io.jenkins.plugins.aikido.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The part of a report in the record of its build: the file, and what the pages of build and job show. These pages are shown
 * often, and reading a report of thousands of repositories takes long.
 */
@Restricted(NoExternalUse.class)
public final class KeptReport {

    private final String file;
    private final String goal;
    private final String project;
    private final boolean dryRun;
    private final String outcome;
    private final String problem;
    private final int checks;
    private final int passed;
    private final boolean read;
    private final int found;
    private final int alreadyMonitored;
    private final int activated;
    private final int deactivated;
    private final int skipped;
    private final int failed;

    private KeptReport(String file, Map<String, Object> report) {
        this.file = file;
        this.goal = String.valueOf(report.get("goal"));
        this.project = clean(ReportTexts.project(report));
        this.dryRun = Boolean.TRUE.equals(report.get("dryRun"));
        this.outcome = String.valueOf(report.get("outcome"));
        this.problem = clean(ReportTexts.firstProblem(report));
        List<Map<String, Object>> all = ReportTexts.checks(report);
        this.checks = all.size();
        this.passed = (int) all.stream()
                .filter(check -> "passed".equals(check.get("status")))
                .count();
        this.read = !(report.get("repositories") instanceof List<?> repositories)
                || !repositories.isEmpty()
                || problem == null;
        Map<?, ?> summary = report.get("summary") instanceof Map<?, ?> map ? map : Map.of();
        this.found = number(summary, "found");
        this.alreadyMonitored = number(summary, "alreadyMonitored");
        this.activated = number(summary, "activated");
        this.deactivated = number(summary, "deactivated");
        this.skipped = number(summary, "skipped");
        this.failed = number(summary, "failed");
    }

    static KeptReport of(String file, ConnectReport report) {
        return new KeptReport(file, ReportJson.toMap(report));
    }

    /** Removes half surrogate pairs and control characters, which would make the record of the build unreadable. */
    private static String clean(String text) {
        return text == null ? null : BuildLog.clean(text);
    }

    private static int number(Map<?, ?> summary, String key) {
        return summary.get(key) instanceof Number number ? number.intValue() : 0;
    }

    /** Returns the name of the report's file. */
    public String getFile() {
        return file;
    }

    /** Returns the outcome as the report has it. */
    public String getOutcome() {
        return outcome;
    }

    /** Returns goal and project. */
    public String getTitle() {
        String title = project == null ? Messages.Report_title(goal) : Messages.Report_titleOfProject(goal, project);
        return dryRun ? Messages.Report_dryRun(title) : title;
    }

    /** Returns the counts; if the repositories were not read, the reason. */
    public String getCounts() {
        if ("check".equals(goal)) {
            return checks == 0 ? Util.fixNull(problem) : Messages.Report_passed(passed, checks);
        }
        if (!read) {
            return problem;
        }
        List<String> counts = new ArrayList<>();
        counts.add(Messages.Report_found(found));
        add(counts, alreadyMonitored, Messages::Report_alreadyMonitored);
        add(counts, activated, Messages::Report_activated);
        add(counts, deactivated, Messages::Report_deactivated);
        add(counts, skipped, Messages::Report_skipped);
        add(counts, failed, Messages::Report_failed);
        return String.join(", ", counts);
    }

    private static void add(List<String> counts, int number, Function<Object, String> text) {
        if (number != 0) {
            counts.add(text.apply(number));
        }
    }
}
