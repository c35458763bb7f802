package io.github.aikidoconnect.report.html;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.report.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The projects of a report over several, those with problems first.
 *
 * @param listing whether they were only listed
 */
record Projects(String count, String caption, boolean listing, List<Row> rows) {

    /** A project and what became of it. */
    record Row(
            String name,
            String id,
            String workspace,
            Badge verdict,
            String found,
            String monitored,
            String skipped,
            String failed) {}

    static @Nullable Projects of(ConnectReport report) {
        if (!report.severalProjects()) {
            return null;
        }
        List<ProjectReport> ordered = new ArrayList<>(report.projects());
        ordered.sort(Comparator.comparing(project -> project.problems().isEmpty()));
        boolean listing = report.goal() == Goal.LIST;
        return new Projects(
                HtmlText.count(ordered.size(), "project", "projects"),
                listing ? "What the organization has." : "What became of each, those with problems first.",
                listing,
                ordered.stream().map(Projects::row).toList());
    }

    private static Row row(ProjectReport project) {
        ProjectReport.@Nullable Project known = project.azure().project();
        int problems = project.problems().size();
        return new Row(
                Page.name(project),
                known == null || known.id() == null ? "" : known.id(),
                project.workspace() == null ? "–" : project.workspace().name(),
                problems == 0
                        ? new Badge("good", "✓", "no problem")
                        : new Badge("bad", "✕", HtmlText.count(problems, "problem", "problems")),
                HtmlText.number(project.repositories().size()),
                HtmlText.number(count(project, Standing.MONITORED) + count(project, Standing.ACTIVATED)),
                HtmlText.number(count(project, Standing.SKIPPED)),
                HtmlText.number(count(project, Standing.FAILED)));
    }

    private static long count(ProjectReport project, Standing standing) {
        return project.repositories().stream()
                .filter(repository -> Standing.of(repository) == standing)
                .count();
    }
}
