package io.github.aikidoconnect.internal.report;

import static io.github.aikidoconnect.internal.text.Text.number;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.internal.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report as lines for a console: short, aligned, readable without colour. */
public final class ReportText {

    private static final String INDENT = "  ";

    private static final int CHECKS = 20;

    private final ReportView view;
    private final ConnectReport report;
    private final List<String> lines = new ArrayList<>();

    private ReportText(ReportView view) {
        this.view = view;
        this.report = view.report();
    }

    /** Returns the lines, joined by line feeds. Control characters of names from outside are shown as blanks. */
    public static String write(ReportView view) {
        ReportText text = new ReportText(view);
        text.write();
        return String.join("\n", text.lines);
    }

    private void write() {
        if (!view.organizations().isEmpty()) {
            organizations();
            return;
        }
        if (report.severalProjects() && report.goal() == Goal.LIST) {
            projects();
        } else if (report.severalProjects()) {
            organization();
        } else {
            for (ProjectView project : view.projects()) {
                checks(project.report());
                repositories(project);
            }
        }
        boolean none = report.tokens().isEmpty();
        // An empty list of tokens is also a result.
        if (!none || (report.goal() == Goal.TOKEN && report.isSuccess())) {
            lines.add("Tokens (" + report.tokens().size() + ")");
            lines.addAll(TokenText.lines(report.tokens(), INDENT));
        }
        view.findings().ifPresent(findings -> lines.add("Findings: " + findings));
        for (Problem problem : report.problems()) {
            lines.add(SafeText.oneLine(problem.toString()));
        }
        lines.add(result());
    }

    /** The sum of all organizations, and then each of them like a report of its own. */
    private void organizations() {
        lines.add(result());
        view.findings().ifPresent(findings -> lines.add("Findings: " + findings));
        for (Problem problem : view.problemsOfRun()) {
            lines.add(SafeText.oneLine(problem.toString()));
        }
        lines.add("Organizations (" + number(view.organizations().size()) + ")");
        Table table = new Table();
        for (OrganizationView organization : view.organizations()) {
            String outcome = organization.view().report().outcome().toString();
            table.row(outcome, organization.name(), organization.counts());
        }
        lines.addAll(table.lines(INDENT));
        for (OrganizationView organization : view.organizations()) {
            if (!organization.isEmpty()) {
                lines.add("Organization " + SafeText.oneLine(organization.name()));
                ReportText part = new ReportText(organization.view());
                part.write();
                lines.addAll(part.lines);
            }
        }
    }

    private void projects() {
        lines.add("Projects (" + number(report.projects().size()) + ")");
        Table table = new Table();
        for (ProjectReport part : report.projects()) {
            ProjectReport.Project project = part.azure().project();
            if (project != null) {
                table.row(project.name(), String.valueOf(project.id()));
            }
        }
        lines.addAll(table.lines(INDENT));
    }

    private void organization() {
        if (!view.hasProjects()) {
            report.projects().forEach(this::checks);
            return;
        }
        lines.add("Projects (" + number(report.projects().size()) + ")");
        lines.addAll(ProjectLines.of(view));
        warnings();
        if (view.isFailed() && !view.checks().isEmpty()) {
            lines.add(view.checkCounts());
        }
        if (view.isFor(Goal.COVERAGE)) {
            lines.addAll(ProjectLines.unwatched(view));
            return;
        }
        List<RepositoryView> all = view.repositories();
        List<RepositoryView> loud =
                all.stream().filter(repository -> !repository.isQuiet()).toList();
        if (!loud.isEmpty()) {
            lines.add("Repositories (" + number(loud.size()) + " of " + number(all.size()) + ")");
            lines.addAll(RepositoryLines.of(
                    loud,
                    repository ->
                            repository.project() + " / " + repository.report().name()));
        }
    }

    private void warnings() {
        List<CheckView> found = view.checks().stream()
                .filter(check -> check.status() == CheckStatus.WARNING || check.status() == CheckStatus.UNKNOWN)
                .toList();
        if (found.isEmpty()) {
            return;
        }
        lines.add("Checks (" + number(found.size()) + " that need attention)");
        Limited<CheckView> rows = Limited.first(CHECKS, found);
        Table table = new Table();
        rows.shown().forEach(row -> {
            Check check = row.check();
            List<String> projects = row.projects();
            String where = projects.size() == 1
                    ? projects.get(0) + ": "
                    : projects.size() == report.projects().size() ? "" : "In " + projects.size() + " projects: ";
            table.row(word(check.status()), check.id().toString(), where + check.message());
            if (check.fix() != null) {
                table.row("", "", check.fix());
            }
        });
        lines.addAll(table.lines(INDENT));
        if (!rows.rest().isEmpty()) {
            lines.add(INDENT + "and " + number(rows.rest().size()) + " more, all listed in the report");
        }
    }

    /** Shows all checks if they were requested; otherwise those that need attention, and the number of passed checks. */
    private void checks(ProjectReport project) {
        List<Check> shown = project.checks().stream().filter(this::isShown).toList();
        if (project.checks().isEmpty()) {
            return;
        }
        boolean all = shown.size() == project.checks().size();
        lines.add("Checks" + (all ? "" : " (" + CheckCounts.of(project.checks()) + ")"));
        Table table = new Table();
        for (Check check : shown) {
            table.row(word(check.status()), check.id().toString(), check.message());
            // The fix of a failed check is shown with its problem below; a warning has no problem.
            if (check.fix() != null && check.status() == CheckStatus.WARNING) {
                table.row("", "", check.fix());
            }
        }
        lines.addAll(table.lines(INDENT));
    }

    private boolean isShown(Check check) {
        boolean asks = check.status() == CheckStatus.FAILED
                || check.status() == CheckStatus.WARNING
                || check.status() == CheckStatus.UNKNOWN
                || (check.status() == CheckStatus.SKIPPED && report.outcome() == Outcome.FAILED);
        return report.goal() == Goal.CHECK || (report.goal() != Goal.LIST && asks);
    }

    private void repositories(ProjectView project) {
        List<RepositoryView> repositories = project.repositories();
        if (repositories.isEmpty()) {
            return;
        }
        lines.add("Repositories (" + number(repositories.size()) + ")");
        if (view.isFor(Goal.LIST)) {
            lines.addAll(listed(project.report().repositories()));
            return;
        }
        Optional<String> unplanned = project.sharedReason();
        // A reason that all repositories share is shown once.
        lines.addAll(
                unplanned.isPresent()
                        ? List.of(INDENT + SafeText.oneLine(unplanned.get()))
                        : RepositoryLines.of(
                                repositories, repository -> repository.report().name()));
    }

    /** Shows all repositories, because the goal is to list them. */
    private static List<String> listed(List<RepositoryReport> repositories) {
        Table table = new Table();
        for (RepositoryReport repository : repositories) {
            table.row(
                    repository.kind().toString(),
                    repository.name(),
                    state(repository),
                    repository.defaultBranch() == null ? "" : repository.defaultBranch());
        }
        return table.lines(INDENT);
    }

    private static String state(RepositoryReport repository) {
        return repository.state() == null ? "gone" : repository.state().toString();
    }

    private static String word(CheckStatus status) {
        return switch (status) {
            case PASSED -> "ok";
            case FAILED -> "FAILED";
            case WARNING -> "warning";
            case UNKNOWN -> "unknown";
            case SKIPPED -> "skipped";
        };
    }

    private String result() {
        ProjectReport.Summary sum = report.summary();
        String calls = Text.count(report.calls().azure(), "call", "calls") + " to Azure DevOps, "
                + number(report.calls().aikido()) + " to Aikido";
        return switch (report.goal()) {
            case CHECK -> "Check: " + report.outcome() + " (" + calls + ")";
            case TOKEN ->
                "Token: " + report.outcome() + (report.dryRun() ? ", nothing was changed (" : " (") + calls + ")";
            case LIST -> "List: " + report.outcome() + " (" + calls + ")";
            case COVERAGE -> "Coverage: " + report.outcome() + coverage() + " (" + calls + ")";
            case STATUS ->
                "Status: " + report.outcome() + ". " + number(sum.alreadyMonitored()) + " of " + number(sum.selected())
                        + " selected repositories monitored, " + number(sum.activated()) + " missing, "
                        + standing(RepositoryStatus.SWITCHED_OFF, " switched off in Aikido, ")
                        + standing(RepositoryStatus.TO_UPDATE, " to update, ")
                        + notUpToDate(", ") + number(view.counts().stale()) + " stale (" + calls + ")";
            case CONNECT ->
                (report.dryRun() ? "Plan: " : "Connect: ") + report.outcome() + ". " + number(sum.found()) + " found, "
                        + number(sum.selected()) + " selected, " + number(sum.alreadyMonitored())
                        + " already monitored, "
                        + number(sum.activated()) + (report.dryRun() ? " to activate, " : " activated, ")
                        + (sum.deactivated() > 0
                                ? number(sum.deactivated()) + (report.dryRun() ? " to deactivate, " : " deactivated, ")
                                : "")
                        + standing(RepositoryStatus.TO_UPDATE, " to update, ")
                        + standing(RepositoryStatus.UPDATED, " updated, ")
                        + number(sum.skipped())
                        + " skipped, " + number(sum.failed()) + " failed (" + calls + ")";
        };
    }

    private String coverage() {
        Coverage coverage = report.coverage();
        int empty = view.counts().emptyProjects();
        return coverage == null
                ? ""
                : ". " + number(coverage.monitoredRepositories()) + " of " + number(coverage.repositories())
                        + " repositories monitored, " + Text.out(coverage.percent()) + " %; " + notUpToDate("; ")
                        + number(coverage.connectedProjects()) + " of "
                        + number(view.counts().projects()) + " projects connected"
                        + (empty == 0 ? "" : ", " + number(empty) + " without repositories");
    }

    private String standing(RepositoryStatus standing, String what) {
        long count = view.counts().of(standing);
        return count == 0 ? "" : number(count) + what;
    }

    private String notUpToDate(String end) {
        return standing(RepositoryStatus.UNSCANNED, " never scanned" + end)
                + standing(RepositoryStatus.OUTDATED, " scan outdated" + end);
    }
}
