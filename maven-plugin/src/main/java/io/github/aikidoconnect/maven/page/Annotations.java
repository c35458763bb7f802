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

/** Shows the result of a goal on the run page of the CI service. */
public final class Annotations {

    /** The number of annotations of one severity that GitHub Actions shows for a step. */
    private static final int ISSUES = 10;

    private final RunPage page;

    public Annotations(RunPage page) {
        this.page = page;
    }

    /**
     * Shows each problem and each warning of a check as an issue, and the report as a summary.
     *
     * @param problems the problems of the report, and later ones
     * @param severity the severity of a problem for the build
     * @param reportFile the JSON report; the summary is written beside it
     * @throws IOException if the summary cannot be written; the issues are shown in any case
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
