package io.github.aikidoconnect.internal.report;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Findings;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectState;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report with everything that its formats derive from it. A format only writes the view.
 *
 * @param report the report
 * @param projects its projects, in the order of the report
 * @param checks its checks, each with the projects that have it
 * @param counts how many repositories and projects of each kind it has
 * @param organizations its organizations; empty, except in a report over several organizations
 */
public record ReportView(
        ConnectReport report,
        List<ProjectView> projects,
        List<CheckView> checks,
        ReportCounts counts,
        List<OrganizationView> organizations) {

    /** Derives the view from a report. */
    public static ReportView of(ConnectReport report) {
        List<ProjectView> projects = report.projects().stream()
                .map(report.organizations().isEmpty() ? ProjectView::of : ProjectView::withOrganization)
                .toList();
        return new ReportView(
                report,
                projects,
                CheckView.grouped(projects),
                ReportCounts.of(report, projects),
                OrganizationView.of(report));
    }

    /** Returns the goal as a title. */
    public String title() {
        String name = report.goal().toString();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Returns the project of a report on a single project, null if it is not known. */
    public ProjectReport.@Nullable Project singleProject() {
        return report.severalProjects() || report.projects().isEmpty()
                ? null
                : report.projects().get(0).azure().project();
    }

    /** Returns the name of what the report is about: the project, otherwise the organization. */
    public String subject() {
        List<ProjectReport> all = report.projects();
        if (all.size() == 1 && !report.severalProjects()) {
            ProjectReport.AzureProject azure = all.get(0).azure();
            String organization = azure.organization() == null ? "(no organization)" : azure.organization();
            return azure.project() == null ? organization : azure.project().name();
        }
        Stream<String> names = organizations.isEmpty()
                ? all.stream()
                        .flatMap(project -> Stream.ofNullable(project.azure().organization()))
                : organizations.stream().map(OrganizationView::name);
        return names.distinct()
                .reduce((one, other) -> "several organizations")
                .orElse(all.isEmpty() ? "no project" : "(no organization)");
    }

    /** Returns the outcome as a sentence. */
    public String sentence() {
        return switch (report.outcome()) {
            case SUCCESS -> "Everything is as requested.";
            case PARTIAL -> "Part of the request was fulfilled; the problems list what is missing.";
            case FAILED -> "The request was not fulfilled; the problems list the reasons.";
        };
    }

    /** Returns whether the run failed as a whole. */
    public boolean isFailed() {
        return report.outcome() == Outcome.FAILED;
    }

    /** Returns whether the run has that goal. */
    public boolean isFor(Goal goal) {
        return report.goal() == goal;
    }

    /** Returns whether the run only computed what it would do. */
    public boolean changesNothing() {
        return report.dryRun() || isFor(Goal.STATUS);
    }

    /** Returns whether at least one project is known. */
    public boolean hasProjects() {
        return report.projects().stream().anyMatch(project -> project.azure().project() != null);
    }

    /** Returns the findings of all projects in words, empty if none were read. */
    public Optional<String> findings() {
        List<Findings> read = projects.stream()
                .flatMap(project -> Stream.ofNullable(project.report().findings()))
                .toList();
        return read.stream()
                .reduce(Findings::plus)
                .map(sum -> sum
                        + (sum.wholeWorkspace()
                                ? " in the " + (read.size() == 1 ? "workspace" : "workspaces")
                                : " in the selected repositories"));
    }

    /** Returns the checks of all projects as counts. */
    public String checkCounts() {
        return report.severalProjects() ? CheckCounts.ofProjects(report.projects()) : CheckCounts.of(report.checks());
    }

    /** Returns the problems that are not those of an organization. */
    public List<Problem> problemsOfRun() {
        return report.problems().stream()
                .filter(problem -> organizations.stream().noneMatch(each -> each.has(problem)))
                .toList();
    }

    /** Returns the projects with the worst state first for a coverage, otherwise those with problems first. */
    public List<ProjectView> projectsWorstFirst() {
        Comparator<ProjectView> order = isFor(Goal.COVERAGE)
                ? Comparator.comparingInt(project -> ProjectState.WORST_FIRST.indexOf(project.state()))
                : Comparator.comparing(project -> project.report().problems().isEmpty());
        return projects.stream().sorted(order).toList();
    }

    /** Returns the repositories of all projects. */
    public List<RepositoryView> repositories() {
        return projects.stream()
                .flatMap(project -> project.repositories().stream())
                .toList();
    }

    /** Returns the one reason why nothing was planned for any repository; empty if there was a plan. */
    public Optional<String> nothingPlanned() {
        List<Optional<String>> reasons = projects.stream()
                .filter(project -> !project.repositories().isEmpty())
                .map(ProjectView::sharedReason)
                .distinct()
                .toList();
        return reasons.size() == 1 ? reasons.get(0) : Optional.empty();
    }
}
