package io.github.aikidoconnect.internal.report.html;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectState;
import io.github.aikidoconnect.internal.report.RepositoryStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The projects of a report over several, those with problems first.
 *
 * @param listing whether they were only listed
 * @param lastButOne the head of the column before the last
 * @param last the head of the last column
 */
record Projects(String count, String caption, boolean listing, String lastButOne, String last, List<Row> rows) {

    /** A project and what became of it. */
    record Row(
            String name,
            String id,
            String workspace,
            Badge verdict,
            String found,
            String monitored,
            String numberLastButOne,
            String numberLast) {}

    private static final String UNCOUNTED = " Empty and disabled repositories do not count.";

    static @Nullable Projects of(ConnectReport report) {
        if (!report.severalProjects() || report.projects().isEmpty()) {
            return null;
        }
        boolean listing = report.goal() == Goal.LIST;
        boolean covering = report.goal() == Goal.COVERAGE;
        List<ProjectReport> ordered = new ArrayList<>(report.projects());
        ordered.sort(
                covering
                        ? Comparator.comparing(
                                Projects::state, Comparator.comparingInt(ProjectState.WORST_FIRST::indexOf))
                        : Comparator.comparing(project -> project.problems().isEmpty()));
        String caption = covering
                ? "How each stands with Aikido, the worst first." + UNCOUNTED
                : "What became of each, those with problems first." + UNCOUNTED;
        return new Projects(
                HtmlText.count(ordered.size(), "project", "projects"),
                listing ? "What the organization has." : caption,
                listing,
                covering ? "Not monitored" : "Skipped",
                covering ? "Stale" : "Failed",
                ordered.stream()
                        .map(project -> covering ? covered(project) : row(project))
                        .toList());
    }

    private static ProjectState state(ProjectReport project) {
        return project.state() == null ? ProjectState.UNKNOWN : project.state();
    }

    private static Row covered(ProjectReport project) {
        int counted = Coverage.counted(project.repositories());
        int monitored = Coverage.monitored(project.repositories());
        return row(
                project,
                Badge.of(state(project)),
                counted,
                monitored,
                counted - monitored,
                count(project, RepositoryStatus.STALE));
    }

    private static Row row(ProjectReport project) {
        int problems = project.problems().size();
        return row(
                project,
                problems == 0
                        ? new Badge("good", "✓", "no problem")
                        : new Badge("bad", "✕", HtmlText.count(problems, "problem", "problems")),
                Coverage.counted(project.repositories()),
                Coverage.monitored(project.repositories()),
                count(project, RepositoryStatus.SKIPPED),
                count(project, RepositoryStatus.FAILED));
    }

    private static Row row(
            ProjectReport project, Badge verdict, long found, long monitored, long lastButOne, long last) {
        ProjectReport.@Nullable Project known = project.azure().project();
        return new Row(
                project.projectName(),
                known == null || known.id() == null ? "" : known.id(),
                project.workspace() == null ? "–" : project.workspace().name(),
                verdict,
                HtmlText.number(found),
                HtmlText.number(monitored),
                HtmlText.number(lastButOne),
                HtmlText.number(last));
    }

    private static long count(ProjectReport project, RepositoryStatus standing) {
        return project.repositories().stream()
                .filter(repository -> RepositoryStatus.of(repository) == standing)
                .count();
    }
}
