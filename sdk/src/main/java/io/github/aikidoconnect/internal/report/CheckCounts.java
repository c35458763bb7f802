package io.github.aikidoconnect.internal.report;

import static io.github.aikidoconnect.internal.text.Text.number;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ProjectReport;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts checks by their status. Warnings are shown one by one and not counted. */
final class CheckCounts {

    private CheckCounts() {}

    /** Returns the counts of one project: {@code 3 of 11 passed, 1 failed, 7 skipped}. */
    static String of(List<Check> checks) {
        String others = others(checks);
        return number(count(checks, CheckStatus.PASSED)) + " of " + number(checks.size()) + " passed"
                + (others.isEmpty() ? "" : ", " + others);
    }

    /** Returns the counts of several projects, as a sentence. */
    static String ofProjects(List<ProjectReport> projects) {
        long fine = projects.stream()
                .map(ProjectReport::checks)
                .filter(checks -> !checks.isEmpty() && count(checks, CheckStatus.PASSED) == checks.size())
                .count();
        String others = others(
                projects.stream().flatMap(project -> project.checks().stream()).toList());
        return "All checks passed in " + number(fine) + " of " + number(projects.size())
                + (projects.size() == 1 ? " project" : " projects")
                + (others.isEmpty() ? "." : "; in all projects together: " + others + ".");
    }

    private static String others(List<Check> checks) {
        return Stream.of(CheckStatus.FAILED, CheckStatus.UNKNOWN, CheckStatus.SKIPPED)
                .filter(status -> count(checks, status) > 0)
                .map(status -> number(count(checks, status)) + " " + status)
                .collect(Collectors.joining(", "));
    }

    private static long count(List<Check> checks, CheckStatus status) {
        return checks.stream().filter(check -> check.status() == status).count();
    }
}
