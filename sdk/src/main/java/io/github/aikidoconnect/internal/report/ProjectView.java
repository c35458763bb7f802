package io.github.aikidoconnect.internal.report;

import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectState;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.internal.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project of a report with its counts.
 *
 * @param name its name for users
 * @param report the project's part of the report
 * @param state its state in Aikido; unknown if the report does not contain it
 * @param counted the number of its repositories that count for the coverage
 * @param monitored the number of these repositories that Aikido monitors
 * @param statuses the number of its repositories by status
 * @param repositories its repositories, in the order of the report
 */
public record ProjectView(
        String name,
        ProjectReport report,
        ProjectState state,
        int counted,
        int monitored,
        Map<RepositoryStatus, Long> statuses,
        List<RepositoryView> repositories) {

    static ProjectView of(ProjectReport project) {
        return of(project.projectName(), project);
    }

    /** Returns a project of one of several organizations, which can have projects with the same name. */
    static ProjectView withOrganization(ProjectReport project) {
        return of(project.azure().organizationName() + " / " + project.projectName(), project);
    }

    private static ProjectView of(String name, ProjectReport project) {
        List<RepositoryView> repositories = project.repositories().stream()
                .map(repository -> new RepositoryView(name, repository, RepositoryStatus.of(repository)))
                .toList();
        return new ProjectView(
                name,
                project,
                project.state() == null ? ProjectState.UNKNOWN : project.state(),
                Coverage.counted(project.repositories()),
                Coverage.monitored(project.repositories()),
                RepositoryView.byStatus(repositories),
                repositories);
    }

    /** Returns the number of repositories with a status. */
    public long count(RepositoryStatus status) {
        return statuses.getOrDefault(status, 0L);
    }

    /** Returns its checks as counts. */
    public String checkCounts() {
        return CheckCounts.of(report.checks());
    }

    /** Returns the number of problems in words. */
    public String problemCount() {
        int problems = report.problems().size();
        return problems == 0 ? "no problem" : Text.count(problems, "problem", "problems");
    }

    /**
     * Returns the reason that all repositories share because a check kept the run from planning; empty if there was a
     * plan, or if no repository is known. Not for the goal list.
     */
    public Optional<String> sharedReason() {
        boolean kept = report.checks().stream()
                .anyMatch(check -> check.status() == CheckStatus.FAILED || check.status() == CheckStatus.UNKNOWN);
        boolean planned = report.repositories().stream().anyMatch(repository -> repository.result() != Result.SKIPPED);
        List<String> reasons = report.repositories().stream()
                .map(RepositoryReport::reason)
                .distinct()
                .limit(2)
                .toList();
        return kept && !planned && reasons.size() == 1 ? Optional.of(reasons.get(0)) : Optional.empty();
    }
}
