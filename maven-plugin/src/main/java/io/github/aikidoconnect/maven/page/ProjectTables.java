package io.github.aikidoconnect.maven.page;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckCounts;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectState;
import io.github.aikidoconnect.RepositoryReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tables of a report over several projects, those first that need a look, and no more than anybody reads. */
final class ProjectTables {

    private final ConnectReport report;
    private final Markdown page;

    /** A repository and whose it is. */
    private record Row(String project, RepositoryReport repository) {}

    ProjectTables(ConnectReport report, Markdown page) {
        this.report = report;
        this.page = page;
    }

    void write() {
        boolean known =
                report.projects().stream().anyMatch(project -> project.azure().project() != null);
        if (known) {
            projects();
        }
        checks();
        if (report.goal() != Goal.LIST) {
            repositories();
        }
    }

    private void projects() {
        if (report.goal() == Goal.LIST) {
            table(List.of("Project"), report.projects(), project -> List.of(project.projectName()), "projects");
            return;
        }
        boolean covering = report.goal() == Goal.COVERAGE;
        List<ProjectReport> ordered = report.projects().stream()
                .sorted(Comparator.comparingInt(project -> covering
                        ? ProjectState.WORST_FIRST.indexOf(project.state())
                        : project.problems().isEmpty() ? 1 : 0))
                .toList();
        table(
                List.of("Project", "Verdict", "Repositories", "Monitored"),
                ordered,
                project -> List.of(
                        project.projectName(),
                        covering ? String.valueOf(project.state()) : verdict(project),
                        String.valueOf(Coverage.counted(project.repositories())),
                        String.valueOf(Coverage.monitored(project.repositories()))),
                "projects");
    }

    private static String verdict(ProjectReport project) {
        int problems = project.problems().size();
        return problems == 0 ? "no problem" : problems == 1 ? "1 problem" : problems + " problems";
    }

    /** The same verdict on many projects is one row: a token has the same scopes everywhere. */
    private void checks() {
        Map<Check, List<String>> asking = new LinkedHashMap<>();
        for (ProjectReport project : report.projects()) {
            project.checks().stream()
                    .filter(check -> check.status() != CheckStatus.PASSED && check.status() != CheckStatus.SKIPPED)
                    .forEach(check -> asking.computeIfAbsent(check, first -> new ArrayList<>())
                            .add(project.projectName()));
        }
        if (!report.checks().isEmpty()) {
            page.paragraph(CheckCounts.ofProjects(report.projects()));
        }
        if (!asking.isEmpty()) {
            table(
                    List.of("Verdict", "Check", "What was found", "What to do", "Where"),
                    List.copyOf(asking.entrySet()),
                    entry -> List.of(
                            entry.getKey().status().toString(),
                            entry.getKey().id().toString(),
                            entry.getKey().message(),
                            entry.getKey().fix() == null ? "" : entry.getKey().fix(),
                            where(entry.getValue())),
                    "verdicts");
        }
    }

    private static String where(List<String> projects) {
        return projects.size() == 1 ? projects.get(0) : projects.size() + " projects";
    }

    private void repositories() {
        List<Row> rows = new ArrayList<>();
        for (ProjectReport project : report.projects()) {
            project.repositories().stream()
                    .filter(Summary::asks)
                    .forEach(repository -> rows.add(new Row(project.projectName(), repository)));
        }
        rows.sort(Comparator.comparing(row -> Summary.rank(row.repository().result())));
        if (!rows.isEmpty()) {
            table(
                    List.of("Project", "Repository", "Action", "Result", "Why"),
                    rows,
                    row -> List.of(
                            row.project(),
                            row.repository().name(),
                            row.repository().action().toString(),
                            Summary.result(row.repository()),
                            row.repository().reason()),
                    "repositories");
        }
    }

    private <T> void table(List<String> head, List<T> rows, Function<T, List<String>> cells, String what) {
        page.table(head, rows.stream().limit(Summary.ROWS).map(cells).toList());
        if (rows.size() > Summary.ROWS) {
            page.paragraph(rows.size() - Summary.ROWS + " more " + what + " are in the JSON report.");
        }
    }
}
