package io.github.aikidoconnect.maven.page;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectReportBuilder;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.maven.page.RunPage.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Puts what a goal found on the page of the pipeline's run. */
public final class Annotations {

    /** GitHub Actions shows no more of one severity for a step. */
    private static final int ISSUES = 10;

    private final RunPage page;

    public Annotations(RunPage page) {
        this.page = page;
    }

    /**
     * Shows each problem and each check that warns as an issue, and the whole as a summary.
     *
     * @param problems those of the report, and those that came up after it
     * @param severity what a problem means for the build
     * @param reportFile where the JSON report is; a summary is kept beside it
     * @throws IOException if the summary cannot be kept; the issues are shown all the same
     */
    public void show(ConnectReport report, List<Problem> problems, Severity severity, Path reportFile)
            throws IOException {
        problems.stream()
                .limit(ISSUES)
                .forEach(problem -> page.issue(severity, problem.code().toString(), problem.toString()));
        report.checks().stream()
                .filter(check -> check.status() == CheckStatus.WARNING)
                .distinct()
                .limit(ISSUES)
                .forEach(check -> page.issue(Severity.WARNING, check.id().toString(), sentence(check)));
        String name = reportFile.getFileName().toString().replaceFirst("(-report)?(\\.json)?$", "-summary.md");
        String summary =
                ConnectReportBuilder.builder(report).problems(problems).build().toMarkdown();
        page.summary(summary, reportFile.resolveSibling(name));
    }

    private static String sentence(Check check) {
        return check.fix() == null ? check.message() : check.message() + " " + check.fix();
    }
}
