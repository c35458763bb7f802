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
 * @param coverage how much is monitored, also where the report itself does not state it
 * @param emptyProjects how many projects have no repository that counts
 * @param late how many repositories that count were not scanned as recently as requested
 * @param stale how many repositories are monitored and should not be
 * @param statuses how many repositories have which status
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

    /** Returns how many repositories have a status. */
    public long of(RepositoryStatus status) {
        return statuses.getOrDefault(status, 0L);
    }

    /** Returns how many projects have repositories that count. */
    public int projects() {
        return coverage.projects() - emptyProjects;
    }
}
