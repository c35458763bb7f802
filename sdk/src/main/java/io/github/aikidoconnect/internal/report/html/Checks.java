package io.github.aikidoconnect.internal.report.html;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckCounts;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.ProjectReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts.
 *
 * @param asking those that a person looks at; all of them where they are what was asked for
 * @param passed the rest, folded
 * @param counted the rest over several projects, where they would be thousands
 */
record Checks(
        @Nullable Verdicts asking,
        @Nullable Verdicts passed,
        @Nullable String counted) {

    private static final List<CheckStatus> ORDER = List.of(
            CheckStatus.FAILED, CheckStatus.WARNING, CheckStatus.UNKNOWN, CheckStatus.SKIPPED, CheckStatus.PASSED);

    /** A table of verdicts. */
    record Verdicts(String caption, List<Row> rows) {}

    /**
     * A verdict.
     *
     * @param fix what to do, null where a problem above says it or nothing is to do
     * @param above the problem that says it
     * @param projects those that have it, null where there is but one
     */
    record Row(
            Badge verdict,
            String id,
            String message,
            @Nullable String fix,
            Problems.@Nullable Item above,
            @Nullable String projects) {}

    static @Nullable Checks of(ConnectReport report, Problems problems) {
        List<Check> all = report.checks();
        if (all.isEmpty()) {
            return null;
        }
        boolean several = report.severalProjects();
        boolean everything = report.goal() == Goal.CHECK && !several;
        List<Row> asking = new ArrayList<>();
        List<Row> fine = new ArrayList<>();
        projectsByCheck(report)
                .forEach((check, projects) -> (everything || check.status() != CheckStatus.PASSED ? asking : fine)
                        .add(row(check, several ? String.join(", ", projects) : null, problems)));
        String count = CheckCounts.of(all);
        return new Checks(
                asking.isEmpty() ? null : new Verdicts(everything ? count : "To be looked at", asking),
                fine.isEmpty() || several ? null : new Verdicts(count, fine),
                several ? CheckCounts.ofProjects(report.projects()) : null);
    }

    /** The same verdict on many projects is one row: a token has the same scopes everywhere. */
    private static Map<Check, List<String>> projectsByCheck(ConnectReport report) {
        Map<Check, List<String>> found = new LinkedHashMap<>();
        for (ProjectReport project : report.projects()) {
            for (Check check : project.checks()) {
                // Over several projects, what was skipped follows from something that each of them is told for.
                if (report.severalProjects() && check.status() == CheckStatus.SKIPPED) {
                    continue;
                }
                found.computeIfAbsent(check, first -> new ArrayList<>()).add(project.projectName());
            }
        }
        Map<Check, List<String>> ordered = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> ORDER.indexOf(entry.getKey().status())))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private static Row row(Check check, @Nullable String projects, Problems problems) {
        Problems.@Nullable Item above = problems.items().stream()
                .filter(problem -> problem.fix().equals(check.fix()))
                .findFirst()
                .orElse(null);
        return new Row(
                Badge.of(check.status()),
                check.id().toString(),
                check.message(),
                above == null ? check.fix() : null,
                above,
                projects);
    }
}
