package io.github.aikidoconnect.internal.report.html;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.internal.report.ReportView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checks.
 *
 * @param asking those that need attention; all checks if they were requested
 * @param passed the others, folded
 * @param counted the counts of the others in a report over several projects, which may have thousands
 */
record Checks(
        @Nullable Section asking,
        @Nullable Section passed,
        @Nullable String counted) {

    private static final List<CheckStatus> ORDER = List.of(
            CheckStatus.FAILED, CheckStatus.WARNING, CheckStatus.UNKNOWN, CheckStatus.SKIPPED, CheckStatus.PASSED);

    /** A table of checks. */
    record Section(String caption, List<Row> rows) {}

    /**
     * A check.
     *
     * @param fix what to do, null if a problem above contains it or there is nothing to do
     * @param above the problem that contains the fix
     * @param projects the projects with this check, null in a report on a single project
     */
    record Row(
            Badge badge,
            String id,
            String message,
            @Nullable String fix,
            Problems.@Nullable Item above,
            @Nullable String projects) {}

    static @Nullable Checks of(ReportView view, Problems problems) {
        if (view.checks().isEmpty()) {
            return null;
        }
        boolean several = view.report().severalProjects();
        boolean everything = view.isFor(Goal.CHECK) && !several;
        List<Row> asking = new ArrayList<>();
        List<Row> fine = new ArrayList<>();
        view.checks().stream()
                // In a report over several projects, skipped checks are left out: they follow from checks that are
                // shown.
                .filter(check -> !several || check.status() != CheckStatus.SKIPPED)
                .sorted(Comparator.comparingInt(check -> ORDER.indexOf(check.status())))
                .forEach(check -> (everything || check.status() != CheckStatus.PASSED ? asking : fine)
                        .add(row(check.check(), several ? String.join(", ", check.projects()) : null, problems)));
        String count = view.checkCounts();
        return new Checks(
                asking.isEmpty() ? null : new Section(everything ? count : "Needs attention", asking),
                fine.isEmpty() || several ? null : new Section(count, fine),
                several ? count : null);
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
