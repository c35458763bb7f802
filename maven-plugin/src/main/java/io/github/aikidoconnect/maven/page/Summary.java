package io.github.aikidoconnect.maven.page;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckCounts;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as a page for people: what to do first, then what was found and done. */
final class Summary {

    /** A step's summary has at most 1 MiB in GitHub Actions; so many rows are more than anybody reads. */
    static final int ROWS = 100;

    private final ConnectReport report;
    private final Markdown page = new Markdown();

    private Summary(ConnectReport report) {
        this.report = report;
    }

    /** Returns the page. The problems may be more than the report's: it may be that it could not be written. */
    static String of(ConnectReport report, List<Problem> problems) {
        Summary summary = new Summary(report);
        summary.write(problems);
        return summary.page.toString();
    }

    private void write(List<Problem> problems) {
        String goal = report.goal() + (report.dryRun() ? " (dry run)" : "");
        ProjectReport.@Nullable Project single =
                report.severalProjects() || report.projects().isEmpty()
                        ? null
                        : report.projects().get(0).azure().project();
        page.heading(2, "Aikido " + goal + (single == null ? "" : ": " + single.name()));
        page.paragraph("**" + Markdown.text(report.outcome().toString()) + "**" + numbers());
        for (Problem problem : problems) {
            page.paragraph("**" + Markdown.text(problem.code().toString()) + "** " + Markdown.text(problem.message())
                    + " **" + Markdown.text(problem.fix()) + "**");
        }
        if (report.severalProjects()) {
            new ProjectTables(report, page).write();
        } else {
            for (ProjectReport project : report.projects()) {
                checks(project);
                repositories(project);
            }
        }
        if (!report.tokens().isEmpty()) {
            page.table(
                    List.of("Token", "Fit", "Expiry", "Done", "Why"),
                    report.tokens().stream()
                            .limit(ROWS)
                            .map(token -> List.of(
                                    token.name(),
                                    token.fit().toString(),
                                    token.expiry().toString(),
                                    token.change().toString(),
                                    token.reason()))
                            .toList());
        }
    }

    private String numbers() {
        ProjectReport.Summary sum = report.summary();
        Coverage coverage = report.coverage();
        if (coverage != null) {
            return Markdown.text(". " + coverage.monitoredRepositories() + " of " + coverage.repositories()
                    + " repositories monitored, " + coverage.percent() + " %; " + coverage.connectedProjects() + " of "
                    + (coverage.projects() - Coverage.emptyProjects(report.projects())) + " projects connected.");
        }
        if (report.goal() == Goal.CHECK
                || report.goal() == Goal.LIST
                || report.goal() == Goal.TOKEN
                || report.goal() == Goal.COVERAGE) {
            return "";
        }
        return Markdown.text(". " + sum.found() + " found, " + sum.selected() + " selected, " + sum.alreadyMonitored()
                + " already monitored, " + sum.activated() + (report.dryRun() ? " to activate, " : " activated, ")
                + sum.deactivated() + (report.dryRun() ? " to deactivate, " : " deactivated, ") + sum.skipped()
                + " skipped, " + sum.failed() + " failed.");
    }

    private void checks(ProjectReport project) {
        List<List<String>> rows = new ArrayList<>();
        for (Check check : project.checks()) {
            if (report.goal() == Goal.CHECK || check.status() != CheckStatus.PASSED) {
                rows.add(List.of(
                        check.status().toString(),
                        check.id().toString(),
                        check.message(),
                        check.fix() == null ? "" : check.fix()));
            }
        }
        if (!project.checks().isEmpty()) {
            page.paragraph("Checks: " + CheckCounts.of(project.checks()) + ".");
        }
        if (!rows.isEmpty()) {
            page.table(List.of("Verdict", "Check", "What was found", "What to do"), rows);
        }
    }

    /** Those that are as they should be are only counted. */
    private void repositories(ProjectReport project) {
        List<RepositoryReport> shown = project.repositories().stream()
                .filter(repository -> report.goal() == Goal.LIST || asks(repository))
                .sorted(Comparator.comparing(repository -> rank(repository.result())))
                .toList();
        if (!shown.isEmpty()) {
            page.table(
                    List.of("Repository", "Action", "Result", "Why"),
                    shown.stream()
                            .limit(ROWS)
                            .map(repository -> List.of(
                                    repository.name(),
                                    repository.action().toString(),
                                    result(repository),
                                    repository.reason()))
                            .toList());
        }
        if (shown.size() > ROWS) {
            page.paragraph(shown.size() - ROWS + " more repositories are in the JSON report.");
        }
    }

    /** Returns whether a repository is not simply as it should be. */
    static boolean asks(RepositoryReport repository) {
        return repository.action() != Action.NONE || repository.notUpToDate();
    }

    /** Returns what became of a repository, in words. */
    static String result(RepositoryReport repository) {
        return repository.switchedOff()
                ? "switched off in Aikido"
                : repository.notUpToDate()
                        ? "not up to date"
                        : repository.result().toString();
    }

    /** Returns the place of a result among others: what failed is looked at first. */
    static int rank(Result result) {
        return switch (result) {
            case FAILED -> 0;
            case DONE -> 1;
            case PLANNED -> 2;
            case SKIPPED -> 3;
        };
    }
}
