package io.github.aikidoconnect.internal.report.markdown;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.internal.report.Limited;
import io.github.aikidoconnect.internal.report.OrganizationView;
import io.github.aikidoconnect.internal.report.ProjectView;
import io.github.aikidoconnect.internal.report.ReportView;
import io.github.aikidoconnect.internal.report.RepositoryView;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as a page in Markdown: the problems first, then what was found and done. */
public final class ReportMarkdown {

    /** A step's summary has at most 1 MiB in GitHub Actions; this number of rows stays far below that. */
    static final int ROWS = 100;

    private final ReportView view;
    private final ConnectReport report;
    private final Markdown page;

    private ReportMarkdown(ReportView view, Markdown page) {
        this.view = view;
        this.report = view.report();
        this.page = page;
    }

    /** Returns the page. Markup in names and messages from outside is shown as text. */
    public static String write(ReportView view) {
        Markdown page = new Markdown();
        new ReportMarkdown(view, page).write();
        return page.toString();
    }

    private void write() {
        String goal = report.goal() + (report.dryRun() ? " (dry run)" : "");
        ProjectReport.@Nullable Project single = view.singleProject();
        page.heading(2, "Aikido " + goal + (single == null ? "" : ": " + single.name()));
        summary();
        if (view.organizations().isEmpty()) {
            parts();
        } else {
            organizations();
        }
    }

    /** The sum of all organizations is above; each of them is like a report of its own. */
    private void organizations() {
        page.table(
                List.of("Organization", "Status", "Projects and problems"),
                view.organizations().stream()
                        .map(each -> List.of(
                                each.name(), each.view().report().outcome().toString(), each.counts()))
                        .toList());
        for (OrganizationView organization : view.organizations()) {
            if (!organization.isEmpty()) {
                page.heading(3, organization.name());
                ReportMarkdown part = new ReportMarkdown(organization.view(), page);
                part.summary();
                part.parts();
            }
        }
    }

    private void summary() {
        page.paragraph("**" + Markdown.text(report.outcome().toString()) + "**" + numbers());
        view.findings().ifPresent(findings -> page.paragraph("Findings: " + Markdown.text(findings) + "."));
        for (Problem problem : view.problemsOfRun()) {
            page.paragraph("**" + Markdown.text(problem.code().toString()) + "** " + Markdown.text(problem.message())
                    + " **" + Markdown.text(problem.fix()) + "**");
        }
    }

    private void parts() {
        if (report.severalProjects()) {
            new ProjectTables(view, page).write();
        } else {
            for (ProjectView project : view.projects()) {
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
                    + view.counts().projects() + " projects connected.");
        }
        return switch (report.goal()) {
            case CHECK, LIST, TOKEN, COVERAGE -> "";
            case CONNECT, STATUS ->
                Markdown.text(". " + sum.found() + " found, " + sum.selected() + " selected, "
                        + sum.alreadyMonitored() + " already monitored, " + sum.activated()
                        + (report.dryRun() ? " to activate, " : " activated, ")
                        + sum.deactivated() + (report.dryRun() ? " to deactivate, " : " deactivated, ") + sum.skipped()
                        + " skipped, " + sum.failed() + " failed.");
        };
    }

    private void checks(ProjectView project) {
        List<Check> checks = project.report().checks();
        if (checks.isEmpty()) {
            return;
        }
        page.paragraph("Checks: " + project.checkCounts() + ".");
        List<List<String>> rows = checks.stream()
                .filter(check -> view.isFor(Goal.CHECK) || check.status() != CheckStatus.PASSED)
                .map(check -> List.of(
                        check.status().toString(),
                        check.id().toString(),
                        check.message(),
                        check.fix() == null ? "" : check.fix()))
                .toList();
        if (!rows.isEmpty()) {
            page.table(List.of("Status", "Check", "Result", "What to do"), rows);
        }
    }

    /** Repositories that need no attention are only counted. */
    private void repositories(ProjectView project) {
        Limited<RepositoryView> rows = Limited.first(
                ROWS,
                project.repositories().stream()
                        .filter(repository -> view.isFor(Goal.LIST) || repository.needsALook())
                        .sorted(Comparator.comparing(RepositoryView::rank))
                        .toList());
        if (!rows.shown().isEmpty()) {
            page.table(
                    List.of("Repository", "Action", "Result", "Why"),
                    rows.shown().stream().map(ReportMarkdown::cells).toList());
        }
        if (!rows.rest().isEmpty()) {
            page.paragraph(rest(rows.rest().size(), "repository", "repositories"));
        }
    }

    /** Returns the sentence that states how many rows were left out. */
    static String rest(int count, String one, String more) {
        return count + " more " + (count == 1 ? one + " is" : more + " are") + " in the JSON report.";
    }

    static List<String> cells(RepositoryView repository) {
        return List.of(
                repository.report().name(),
                repository.report().action().toString(),
                repository.result(),
                repository.report().reason());
    }
}
