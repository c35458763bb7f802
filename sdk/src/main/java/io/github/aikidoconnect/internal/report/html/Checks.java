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

    static @Nullable Checks of(ReportView view, Problems problems) {
        if (view.checks().isEmpty()) {
            return null;
        }
        boolean several = view.report().severalProjects();
        boolean everything = view.isFor(Goal.CHECK) && !several;
        List<Row> asking = new ArrayList<>();
        List<Row> fine = new ArrayList<>();
        view.checks().stream()
                // Over several projects, what was skipped follows from something that each of them is told for.
                .filter(check -> !several || check.status() != CheckStatus.SKIPPED)
                .sorted(Comparator.comparingInt(check -> ORDER.indexOf(check.status())))
                .forEach(check -> (everything || check.status() != CheckStatus.PASSED ? asking : fine)
                        .add(row(check.check(), several ? String.join(", ", check.projects()) : null, problems)));
        String count = view.checkCounts();
        return new Checks(
                asking.isEmpty() ? null : new Verdicts(everything ? count : "To be looked at", asking),
                fine.isEmpty() || several ? null : new Verdicts(count, fine),
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
