package io.github.aikidoconnect.internal.report.markdown;

import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.internal.report.CheckView;
import io.github.aikidoconnect.internal.report.Limited;
import io.github.aikidoconnect.internal.report.ReportView;
import io.github.aikidoconnect.internal.report.RepositoryView;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of a report over several projects: the rows that need attention, up to a limit. */
final class ProjectTables {

    private final ReportView view;
    private final Markdown page;

    ProjectTables(ReportView view, Markdown page) {
        this.view = view;
        this.page = page;
    }

    void write() {
        if (view.hasProjects()) {
            projects();
        }
        checks();
        if (!view.isFor(Goal.LIST)) {
            repositories();
        }
    }

    private void projects() {
        if (view.isFor(Goal.LIST)) {
            table(List.of("Project"), view.projects(), project -> List.of(project.name()), "project", "projects");
            return;
        }
        boolean covering = view.isFor(Goal.COVERAGE);
        table(
                List.of("Project", "Status", "Repositories", "Monitored"),
                view.projectsWorstFirst(),
                project -> List.of(
                        project.name(),
                        covering ? project.state().toString() : project.problemCount(),
                        String.valueOf(project.counted()),
                        String.valueOf(project.monitored())),
                "project",
                "projects");
    }

    private void checks() {
        if (view.checks().isEmpty()) {
            return;
        }
        page.paragraph(view.checkCounts());
        List<CheckView> asking = view.checks().stream()
                .filter(check -> check.status() != CheckStatus.PASSED && check.status() != CheckStatus.SKIPPED)
                .toList();
        if (!asking.isEmpty()) {
            table(
                    List.of("Status", "Check", "Result", "What to do", "Where"),
                    asking,
                    row -> List.of(
                            row.status().toString(),
                            row.check().id().toString(),
                            row.check().message(),
                            row.check().fix() == null ? "" : row.check().fix(),
                            where(row.projects())),
                    "check",
                    "checks");
        }
    }

    private static String where(List<String> projects) {
        return projects.size() == 1 ? projects.get(0) : projects.size() + " projects";
    }

    private void repositories() {
        List<RepositoryView> rows = view.repositories().stream()
                .filter(RepositoryView::needsALook)
                .sorted(Comparator.comparing(RepositoryView::rank))
                .toList();
        if (!rows.isEmpty()) {
            table(
                    List.of("Project", "Repository", "Action", "Result", "Why"),
                    rows,
                    row -> Stream.concat(Stream.of(row.project()), ReportMarkdown.cells(row).stream())
                            .toList(),
                    "repository",
                    "repositories");
        }
    }

    private <T> void table(List<String> head, List<T> all, Function<T, List<String>> cells, String one, String more) {
        Limited<T> rows = Limited.first(ReportMarkdown.ROWS, all);
        page.table(head, rows.shown().stream().map(cells).toList());
        if (!rows.rest().isEmpty()) {
            page.paragraph(ReportMarkdown.rest(rows.rest().size(), one, more));
        }
    }
}
