package io.github.aikidoconnect.internal.report;

import static io.github.aikidoconnect.internal.text.Text.number;

import io.github.aikidoconnect.CheckId;
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

/** The projects of an organization as lines of a console, those first that a person should look at first. */
final class ProjectLines {

    private static final int ROWS = 40;

    private static final String INDENT = "  ";

    private ProjectLines() {}

    /**
     * A project.
     *
     * @param rank its place among the others
     * @param quiet whether nobody has to look at it
     */
    private record Line(int rank, boolean quiet, String word, String name, String text) {}

    /** Returns a line for each; of many, for those that should be looked at, and the others counted. */
    static List<String> of(ConnectReport report) {
        List<Line> ordered = report.projects().stream()
                .map(project -> report.goal() == Goal.COVERAGE ? covered(project) : line(report, project))
                .sorted(Comparator.comparingInt(Line::rank).thenComparing(Line::quiet))
                .toList();
        long loud = ordered.stream().filter(line -> !line.quiet()).count();
        int shown = ordered.size() <= ROWS ? ordered.size() : (int) Math.min(loud, ROWS);
        Table table = new Table();
        ordered.subList(0, shown).forEach(line -> table.row(line.word(), line.name(), line.text()));
        List<String> lines = new ArrayList<>(table.lines(INDENT));
        if (shown < ordered.size()) {
            Map<String, Integer> words = new LinkedHashMap<>();
            ordered.subList(shown, ordered.size()).forEach(line -> words.merge(line.word(), 1, Integer::sum));
            lines.add(INDENT + (shown == 0 ? "" : "and ") + number(ordered.size() - shown) + (shown == 0 ? "" : " more")
                    + ", each of them in the report: "
                    + String.join(
                            ", ",
                            words.entrySet().stream()
                                    .map(word -> number(word.getValue()) + " " + word.getKey())
                                    .toList()));
        }
        return lines;
    }

    private static Line covered(ProjectReport report) {
        ProjectState state = report.state() == null ? ProjectState.UNKNOWN : report.state();
        int counted = Coverage.counted(report.repositories());
        List<String> parts = new ArrayList<>();
        if (state == ProjectState.UNKNOWN) {
            parts.add("it could not be found out");
        } else if (state == ProjectState.EMPTY) {
            parts.add("no repository that counts");
        } else {
            parts.add(number(Coverage.monitored(report.repositories())) + " of " + number(counted)
                    + (counted == 1 ? " repository" : " repositories"));
        }
        addScans(parts, report);
        add(parts, count(report, RepositoryStatus.SWITCHED_OFF), "switched off in Aikido");
        add(parts, count(report, RepositoryStatus.STALE), "stale");
        boolean unnamed = report.checks().stream()
                .anyMatch(check -> check.id() == CheckId.AIKIDO_CREDENTIALS && check.status() == CheckStatus.SKIPPED);
        if (state == ProjectState.UNCONNECTED && unnamed) {
            parts.add("no workspace");
        }
        return new Line(
                ProjectState.WORST_FIRST.indexOf(state),
                (state == ProjectState.CONNECTED || state == ProjectState.EMPTY)
                        && count(report, RepositoryStatus.STALE) == 0
                        && notUpToDate(report) == 0,
                state.toString(),
                report.projectName(),
                String.join(", ", parts));
    }

    private static Line line(ConnectReport report, ProjectReport project) {
        boolean plans = report.dryRun() || report.goal() == Goal.STATUS;
        ProjectReport.Summary sum = project.summary();
        long stale = count(project, RepositoryStatus.STALE);
        List<String> parts = new ArrayList<>();
        parts.add(number(sum.found()) + " found");
        add(parts, sum.alreadyMonitored(), "monitored");
        add(parts, sum.activated(), report.goal() == Goal.STATUS ? "missing" : plans ? "to activate" : "activated");
        add(parts, sum.deactivated(), plans ? "to deactivate" : "deactivated");
        add(parts, stale, "stale");
        add(parts, count(project, RepositoryStatus.SWITCHED_OFF), "switched off in Aikido");
        addScans(parts, project);
        add(parts, sum.skipped(), "skipped");
        add(parts, sum.failed(), "failed");
        int problems = project.problems().size();
        add(parts, problems, problems == 1 ? "problem" : "problems");
        boolean changed = sum.activated() > 0 || sum.deactivated() > 0 || stale > 0;
        return new Line(
                problems > 0 ? 0 : changed ? 1 : 2,
                problems == 0 && !changed,
                problems > 0 ? "FAILED" : "ok",
                project.projectName(),
                String.join(", ", parts));
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(number(count) + " " + what);
        }
    }

    private static void addScans(List<String> parts, ProjectReport project) {
        add(parts, count(project, RepositoryStatus.UNSCANNED), RepositoryStatus.UNSCANNED.toString());
        add(parts, count(project, RepositoryStatus.OUTDATED), RepositoryStatus.OUTDATED.toString());
    }

    private static long notUpToDate(ProjectReport project) {
        return count(project, RepositoryStatus.UNSCANNED) + count(project, RepositoryStatus.OUTDATED);
    }

    private static long count(ProjectReport project, RepositoryStatus standing) {
        return project.repositories().stream()
                .filter(repository -> RepositoryStatus.of(repository) == standing)
                .count();
    }

    /** Returns the lines for repositories that nobody watches in projects that are watched in part. */
    static List<String> unwatched(ConnectReport report) {
        Table table = new Table();
        int rows = 0;
        int all = 0;
        for (ProjectReport project : report.projects()) {
            if (project.state() == ProjectState.PARTIAL) {
                for (RepositoryReport repository : project.repositories()) {
                    if (Coverage.counts(repository) && !repository.monitored()) {
                        all++;
                        if (rows < ROWS) {
                            rows++;
                            table.row(project.projectName(), repository.name(), repository.reason());
                        }
                    }
                }
            }
        }
        List<String> lines = new ArrayList<>();
        if (all > 0) {
            lines.add("Not monitored in partly connected projects (" + number(all) + ")");
            lines.addAll(table.lines(INDENT));
        }
        if (all > rows) {
            lines.add(INDENT + "and " + number(all - rows) + " more, each of them in the report");
        }
        return lines;
    }
}
