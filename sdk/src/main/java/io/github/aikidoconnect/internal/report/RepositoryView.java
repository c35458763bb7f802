package io.github.aikidoconnect.internal.report;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.RepositoryReport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A repository of a report, with its project and its status.
 *
 * @param project the name of its project
 * @param report the repository's part of the report
 * @param status its status after the run
 */
public record RepositoryView(String project, RepositoryReport report, RepositoryStatus status) {

    static Map<RepositoryStatus, Long> byStatus(List<RepositoryView> repositories) {
        Map<RepositoryStatus, Long> counts = new EnumMap<>(RepositoryStatus.class);
        repositories.forEach(repository -> counts.merge(repository.status(), 1L, Long::sum));
        return counts;
    }

    /** Returns whether it needs no attention in a console. */
    boolean isQuiet() {
        return status.isQuiet();
    }

    /** Returns whether the run had to do something about it, or its scan is not up to date. */
    public boolean needsALook() {
        return report.action() != Action.NONE || report.notUpToDate();
    }

    /** Returns whether it counts for the coverage and is not monitored. */
    boolean isMissing() {
        return Coverage.counts(report) && !report.monitored();
    }

    /** Returns the result in words, coarser than the status. */
    public String result() {
        return report.switchedOff()
                ? "switched off in Aikido"
                : report.notUpToDate() ? "not up to date" : report.result().toString();
    }

    /** Returns the rank of the result among others: failures come first. */
    public int rank() {
        return switch (report.result()) {
            case FAILED -> 0;
            case DONE -> 1;
            case PLANNED -> 2;
            case SKIPPED -> 3;
        };
    }
}
