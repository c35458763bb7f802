package io.github.aikidoconnect.internal.report;

import static io.github.aikidoconnect.internal.text.Text.number;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.Findings;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The projects of an organization as lines for a console, the most important ones first. */
final class ProjectLines {

    private static final int ROWS = 40;

    private static final String INDENT = "  ";

    private ProjectLines() {}

    /**
     * A project.
     *
     * @param rank its position among the others
     * @param quiet whether it needs no attention
     */
    private record Line(int rank, boolean quiet, String word, String name, String text) {}

    /** Returns a line for each project; if there are many, for those that need attention, and counts of the others. */
    static List<String> of(ReportView view) {
        List<Line> ordered = view.projects().stream()
                .map(project -> view.isFor(Goal.COVERAGE) ? covered(project) : line(view, project))
                .sorted(Comparator.comparingInt(Line::rank).thenComparing(Line::quiet))
                .toList();
        Limited<Line> rows = Limited.loud(ROWS, ordered, Line::quiet);
        Table table = new Table();
        rows.shown().forEach(line -> table.row(line.word(), line.name(), line.text()));
        List<String> lines = new ArrayList<>(table.lines(INDENT));
        if (!rows.rest().isEmpty()) {
            boolean alone = rows.shown().isEmpty();
            Map<String, Integer> words = new LinkedHashMap<>();
            rows.rest().forEach(line -> words.merge(line.word(), 1, Integer::sum));
            lines.add(INDENT + (alone ? "" : "and ") + number(rows.rest().size()) + (alone ? "" : " more")
                    + ", all listed in the report: "
                    + String.join(
                            ", ",
                            words.entrySet().stream()
                                    .map(word -> number(word.getValue()) + " " + word.getKey())
                                    .toList()));
        }
        return lines;
    }

    private static Line covered(ProjectView project) {
        ProjectState state = project.state();
        int counted = project.counted();
        List<String> parts = new ArrayList<>();
        if (state == ProjectState.UNKNOWN) {
            parts.add("it could not be determined");
        } else if (state == ProjectState.EMPTY) {
            parts.add("no repository that counts");
        } else {
            parts.add(number(project.monitored()) + " of " + number(counted)
                    + (counted == 1 ? " repository" : " repositories"));
        }
        addScans(parts, project);
        add(parts, project.count(RepositoryStatus.SWITCHED_OFF), "switched off in Aikido");
        add(parts, project.count(RepositoryStatus.STALE), "stale");
        boolean unnamed = project.report().checks().stream()
                .anyMatch(check -> check.id() == CheckId.AIKIDO_CREDENTIALS && check.status() == CheckStatus.SKIPPED);
        if (state == ProjectState.UNCONNECTED && unnamed) {
            parts.add("no workspace");
        }
        return new Line(
                ProjectState.WORST_FIRST.indexOf(state),
                (state == ProjectState.CONNECTED || state == ProjectState.EMPTY)
                        && project.count(RepositoryStatus.STALE) == 0
                        && notUpToDate(project) == 0,
                state.toString(),
                project.name(),
                String.join(", ", parts));
    }

    private static Line line(ReportView view, ProjectView project) {
        boolean plans = view.changesNothing();
        ProjectReport.Summary sum = project.report().summary();
        long stale = project.count(RepositoryStatus.STALE);
        List<String> parts = new ArrayList<>();
        parts.add(number(sum.found()) + " found");
        add(parts, sum.alreadyMonitored(), "monitored");
        add(parts, sum.activated(), view.isFor(Goal.STATUS) ? "missing" : plans ? "to activate" : "activated");
        add(parts, sum.deactivated(), plans ? "to deactivate" : "deactivated");
        add(parts, project.count(RepositoryStatus.TO_UPDATE), RepositoryStatus.TO_UPDATE.toString());
        add(parts, project.count(RepositoryStatus.UPDATED), RepositoryStatus.UPDATED.toString());
        add(parts, stale, "stale");
        add(parts, project.count(RepositoryStatus.SWITCHED_OFF), "switched off in Aikido");
        addScans(parts, project);
        add(parts, sum.skipped(), "skipped");
        add(parts, sum.failed(), "failed");
        Findings findings = project.report().findings();
        if (findings != null) {
            parts.add(findings.toString());
        }
        int problems = project.report().problems().size();
        add(parts, problems, problems == 1 ? "problem" : "problems");
        long updates = project.count(RepositoryStatus.TO_UPDATE) + project.count(RepositoryStatus.UPDATED);
        boolean changed = updates > 0 || sum.activated() > 0 || sum.deactivated() > 0 || stale > 0;
        return new Line(
                problems > 0 ? 0 : changed ? 1 : 2,
                problems == 0 && !changed,
                problems > 0 ? "FAILED" : "ok",
                project.name(),
                String.join(", ", parts));
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(number(count) + " " + what);
        }
    }

    private static void addScans(List<String> parts, ProjectView project) {
        add(parts, project.count(RepositoryStatus.UNSCANNED), RepositoryStatus.UNSCANNED.toString());
        add(parts, project.count(RepositoryStatus.OUTDATED), RepositoryStatus.OUTDATED.toString());
    }

    private static long notUpToDate(ProjectView project) {
        return project.count(RepositoryStatus.UNSCANNED) + project.count(RepositoryStatus.OUTDATED);
    }

    /** Returns the lines for repositories that are not monitored in partly connected projects. */
    static List<String> unwatched(ReportView view) {
        List<RepositoryView> missing = view.projects().stream()
                .filter(project -> project.state() == ProjectState.PARTIAL)
                .flatMap(project -> project.repositories().stream())
                .filter(RepositoryView::isMissing)
                .toList();
        if (missing.isEmpty()) {
            return List.of();
        }
        Limited<RepositoryView> rows = Limited.first(ROWS, missing);
        Table table = new Table();
        rows.shown()
                .forEach(row -> table.row(
                        row.project(), row.report().name(), row.report().reason()));
        List<String> lines = new ArrayList<>();
        lines.add("Not monitored in partly connected projects (" + number(missing.size()) + ")");
        lines.addAll(table.lines(INDENT));
        if (!rows.rest().isEmpty()) {
            lines.add(INDENT + "and " + number(rows.rest().size()) + " more, all listed in the report");
        }
        return lines;
    }
}
