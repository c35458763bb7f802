package io.github.aikidoconnect.internal.report;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.RepositoryReport;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The counts of a report over all its projects.
 *
 * @param coverage the coverage, also if the report itself does not contain it
 * @param emptyProjects the number of projects without a repository that counts
 * @param late the number of repositories that count but were not scanned as recently as requested
 * @param stale the number of repositories that are monitored but should not be
 * @param statuses the number of repositories by status
 */
public record ReportCounts(
        Coverage coverage, int emptyProjects, long late, long stale, Map<RepositoryStatus, Long> statuses) {

    static ReportCounts of(ConnectReport report, List<ProjectView> projects) {
        Coverage stated = report.coverage();
        return new ReportCounts(
                stated == null ? Coverage.of(report.projects()) : stated,
                Coverage.emptyProjects(report.projects()),
                count(report, repository -> Coverage.counts(repository) && repository.notUpToDate()),
                count(report, repository -> repository.action() == Action.DEACTIVATE),
                RepositoryView.byStatus(projects.stream()
                        .flatMap(project -> project.repositories().stream())
                        .toList()));
    }

    private static long count(ConnectReport report, Predicate<RepositoryReport> which) {
        return report.repositories().stream().filter(which).count();
    }

    /** Returns the number of repositories with a status. */
    public long of(RepositoryStatus status) {
        return statuses.getOrDefault(status, 0L);
    }

    /** Returns the number of projects with repositories that count. */
    public int projects() {
        return coverage.projects() - emptyProjects;
    }
}
