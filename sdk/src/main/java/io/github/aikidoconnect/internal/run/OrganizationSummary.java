package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectReportBuilder;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectReportBuilder;
import io.github.aikidoconnect.ProjectState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Combines the reports of the projects of a run. */
final class OrganizationSummary {

    private final Goal goal;
    private final OrganizationRequest request;
    private final ProblemTexts texts;
    private final Instant startedAt = now();
    private final List<Problem> problems = new ArrayList<>();
    private final List<ConnectReport> parts = new ArrayList<>();
    private Map<String, List<String>> unmatched = Map.of();

    OrganizationSummary(Goal goal, OrganizationRequest request, ProblemTexts texts) {
        this.goal = goal;
        this.request = request;
        this.texts = texts;
    }

    /** Adds a problem of the run as a whole. */
    void problem(Problem problem) {
        problems.add(problem);
    }

    /** Adds the report of a project. */
    void part(ConnectReport report) {
        parts.add(report);
    }

    /** Notes the includes and excludes that match no repository, after all projects were read. */
    void patterns(PatternUse use) {
        unmatched = use.unmatchedByProject();
    }

    private ProjectReport withUnmatched(ProjectReport project) {
        List<String> patterns = unmatched.getOrDefault(project.projectName(), List.of());
        if (patterns.isEmpty()) {
            return project;
        }
        List<Check> checks = project.checks().stream()
                .map(check -> check.id() == CheckId.PROJECT
                        ? CheckList.withWarning(
                                check,
                                texts.run().unmatched(patterns),
                                texts.run().unmatchedFix())
                        : check)
                .toList();
        return ProjectReportBuilder.builder(project).checks(checks).build();
    }

    ConnectReport finish(ProjectReport.Calls common) {
        List<ProjectReport> projects = parts.stream()
                .flatMap(part -> part.projects().stream())
                .map(this::withUnmatched)
                .toList();
        boolean known = projects.stream().anyMatch(project -> project.azure().project() != null);
        boolean counts = goal == Goal.COVERAGE && known && !isIncomplete(projects);
        @Nullable Coverage coverage = counts ? Coverage.of(projects) : null;
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(problemsOfProjects(projects));
        if (coverage != null) {
            all.addAll(judge(coverage, late(projects)));
        }
        return ConnectReportBuilder.builder()
                .goal(goal)
                .dryRun(request.common().dryRun())
                .outcome(outcome(all))
                .startedAt(startedAt)
                .finishedAt(now())
                .projects(projects)
                .problems(all)
                .summary(projects.stream()
                        .map(ProjectReport::summary)
                        .reduce(ProjectReport.Summary.NONE, ProjectReport.Summary::plus))
                .calls(projects.stream().map(ProjectReport::calls).reduce(common, ProjectReport.Calls::plus))
                .severalProjects(true)
                .goalResult(coverage)
                .build();
    }

    /** Returns whether a list may be incomplete: the percentage would be too high then. */
    private static boolean isIncomplete(List<ProjectReport> projects) {
        return projects.stream()
                .flatMap(project -> project.problems().stream())
                .anyMatch(problem -> problem.code() == ProblemCode.AZURE_LIST_INCOMPLETE);
    }

    /** Returns the problems of all projects. A problem that several projects share is returned once and names them. */
    private List<Problem> problemsOfProjects(List<ProjectReport> projects) {
        Map<Problem, List<String>> names = new LinkedHashMap<>();
        for (ProjectReport project : projects) {
            project.problems().stream()
                    .filter(problem -> !problems.contains(problem))
                    .distinct()
                    .forEach(problem -> names.computeIfAbsent(problem, first -> new ArrayList<>())
                            .add(project.projectName()));
        }
        List<Problem> told = new ArrayList<>();
        names.forEach((problem, of) ->
                told.add(of.size() == projects.size() ? problem : texts.run().ofProjects(of, problem)));
        return told;
    }

    /** Returns the number of monitored repositories whose last scan is too old to count. */
    private int late(List<ProjectReport> projects) {
        return request.common().maxScanAge().isEmpty()
                ? 0
                : (int) projects.stream()
                        .flatMap(project -> project.repositories().stream())
                        .filter(repository -> Coverage.counts(repository) && repository.notUpToDate())
                        .count();
    }

    private List<Problem> judge(Coverage coverage, int late) {
        List<Problem> found = new ArrayList<>();
        if (coverage.repositories() == 0 && problems.isEmpty()) {
            found.add(texts.run().nothingToCover());
        }
        if (request.minCoverage().isPresent()
                && !coverage.without(late).reaches(request.minCoverage().getAsDouble())) {
            found.add(texts.run()
                    .tooLittleCoverage(coverage, late, request.minCoverage().getAsDouble()));
        }
        return found;
    }

    private Outcome outcome(List<Problem> all) {
        if (all.isEmpty()) {
            return Outcome.SUCCESS;
        }
        boolean anything = parts.stream()
                .anyMatch(part -> part.outcome() != Outcome.FAILED
                        || part.projects().stream()
                                .anyMatch(
                                        project -> project.state() != null && project.state() != ProjectState.UNKNOWN));
        return anything ? Outcome.PARTIAL : Outcome.FAILED;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
