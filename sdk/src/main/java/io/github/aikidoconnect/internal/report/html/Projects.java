package io.github.aikidoconnect.internal.report.html;

import static io.github.aikidoconnect.internal.text.Text.number;

import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.internal.report.ProjectView;
import io.github.aikidoconnect.internal.report.ReportView;
import io.github.aikidoconnect.internal.report.RepositoryStatus;
import io.github.aikidoconnect.internal.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The projects of a report over several, those with problems first.
 *
 * @param listing whether they were only listed
 * @param lastButOne the heading of the last column but one
 * @param last the heading of the last column
 */
record Projects(String count, String caption, boolean listing, String lastButOne, String last, List<Row> rows) {

    /** A project and its result. */
    record Row(
            String name,
            String id,
            String workspace,
            Badge badge,
            String found,
            String monitored,
            String numberLastButOne,
            String numberLast) {}

    private static final String UNCOUNTED = " Empty and disabled repositories do not count.";

    static @Nullable Projects of(ReportView view) {
        if (!view.report().severalProjects() || view.projects().isEmpty()) {
            return null;
        }
        boolean listing = view.isFor(Goal.LIST);
        boolean covering = view.isFor(Goal.COVERAGE);
        String caption = covering
                ? "The coverage of each project, the lowest first." + UNCOUNTED
                : "The result for each project, those with problems first." + UNCOUNTED;
        return new Projects(
                Text.count(view.projects().size(), "project", "projects"),
                listing ? "What the organization has." : caption,
                listing,
                covering ? "Not monitored" : "Skipped",
                covering ? "Stale" : "Failed",
                view.projectsWorstFirst().stream()
                        .map(project -> covering ? covered(project) : row(project))
                        .toList());
    }

    private static Row covered(ProjectView project) {
        return row(
                project,
                Badge.of(project.state()),
                project.counted() - project.monitored(),
                project.count(RepositoryStatus.STALE));
    }

    private static Row row(ProjectView project) {
        return row(
                project,
                Badge.ofProblems(project),
                project.count(RepositoryStatus.SKIPPED),
                project.count(RepositoryStatus.FAILED));
    }

    private static Row row(ProjectView project, Badge badge, long lastButOne, long last) {
        ProjectReport report = project.report();
        ProjectReport.@Nullable Project known = report.azure().project();
        return new Row(
                project.name(),
                known == null || known.id() == null ? "" : known.id(),
                report.workspace() == null ? "–" : report.workspace().name(),
                badge,
                number(project.counted()),
                number(project.monitored()),
                number(lastButOne),
                number(last));
    }
}
