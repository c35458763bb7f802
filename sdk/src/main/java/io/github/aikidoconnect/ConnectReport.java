package io.github.aikidoconnect;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run. Every run returns a report: failures at run time are in {@link #problems()} and are not thrown. A
 * report contains no secret.
 *
 * @param goal the goal of the run
 * @param dryRun whether the run only planned the changes
 * @param outcome the outcome
 * @param startedAt the start of the run
 * @param finishedAt the end of the run
 * @param projects the part for each project, of all organizations; exactly one, except in a report over several projects
 * @param organizations the part for each organization; empty, except in a report over several organizations
 * @param problems the problems of all projects; empty exactly if the outcome is {@link Outcome#SUCCESS}
 * @param summary the numbers of repositories of all projects
 * @param calls the numbers of calls of all projects
 * @param severalProjects whether the JSON form has a list of projects instead of the parts of a single project
 * @param goalResult the part that only this goal has, null if the goal has none or the run ended before
 */
@GeneratedBuilder
public record ConnectReport(
        Goal goal,
        boolean dryRun,
        Outcome outcome,
        Instant startedAt,
        Instant finishedAt,
        List<ProjectReport> projects,
        List<OrganizationReport> organizations,
        List<Problem> problems,
        ProjectReport.Summary summary,
        ProjectReport.Calls calls,
        boolean severalProjects,
        @Nullable GoalResult goalResult) {

    /** The version of the JSON form. It changes only with an incompatible change of the form. */
    public static final int SCHEMA_VERSION = 1;

    public ConnectReport {
        projects = List.copyOf(projects);
        organizations = List.copyOf(organizations);
        problems = List.copyOf(problems);
        summary = Objects.requireNonNullElse(summary, ProjectReport.Summary.NONE);
        calls = Objects.requireNonNullElse(calls, ProjectReport.Calls.NONE);
    }

    /**
     * Returns the report of a run that did not start because a front end could not create a request.
     *
     * @param goal the goal of the run
     * @param request the known part of the request
     * @param startedAt the time of the attempt
     * @param problem the reason why the run did not start
     */
    public static ConnectReport notStarted(Goal goal, ConnectRequest request, Instant startedAt, Problem problem) {
        return notStarted(goal, request, startedAt, List.of(problem), goal == Goal.COVERAGE);
    }

    /**
     * Returns the report of a run that did not start and that may be for several projects.
     *
     * @param problems the reasons why the run did not start, at least one
     * @param severalProjects whether the run is for several projects
     */
    public static ConnectReport notStarted(
            Goal goal, ConnectRequest request, Instant startedAt, List<Problem> problems, boolean severalProjects) {
        ProjectReport part = ProjectReportBuilder.builder()
                .azure(address(request))
                .problems(problems)
                .state(goal == Goal.COVERAGE ? ProjectState.UNKNOWN : null)
                .build();
        return failed(goal, request, startedAt, problems)
                .projects(List.of(part))
                .severalProjects(severalProjects)
                .build();
    }

    /**
     * Returns the report of a run for several organizations that did not start.
     *
     * @param requests the known part of the request for each organization, at least one
     * @param problems the reasons why the run did not start, at least one
     */
    public static ConnectReport notStarted(
            Goal goal, List<ConnectRequest> requests, Instant startedAt, List<Problem> problems) {
        return failed(goal, requests.get(0), startedAt, problems)
                .organizations(requests.stream()
                        .map(request -> OrganizationReportBuilder.builder()
                                .azure(address(request))
                                .outcome(Outcome.FAILED)
                                .build())
                        .toList())
                .severalProjects(true)
                .build();
    }

    private static ConnectReportBuilder failed(
            Goal goal, ConnectRequest request, Instant startedAt, List<Problem> problems) {
        return ConnectReportBuilder.builder()
                .goal(goal)
                .dryRun(request.dryRun())
                .outcome(Outcome.FAILED)
                .startedAt(startedAt)
                .finishedAt(Instant.now())
                .problems(problems);
    }

    private static ProjectReport.AzureProject address(ConnectRequest request) {
        return new ProjectReport.AzureProject(
                request.azureUrl().map(SafeText::maskedUrl).orElse(ProjectReport.AzureProject.SERVICE),
                request.organization().map(SafeText::maskedUrl).orElse(null),
                request.project()
                        .map(name -> new ProjectReport.Project(null, SafeText.maskedUrl(name)))
                        .orElse(null));
    }

    /** Returns the personal access tokens of a {@link Goal#TOKEN} run; an empty list for all other goals. */
    public List<TokenReport> tokens() {
        return goalResult instanceof GoalResult.Tokens result ? result.tokens() : List.of();
    }

    /** Returns the coverage of a {@link Goal#COVERAGE} run; null for all other goals, and if it is not known. */
    public @Nullable Coverage coverage() {
        return goalResult instanceof Coverage result ? result : null;
    }

    /** Returns the checks of all projects. */
    public List<Check> checks() {
        return projects.stream().flatMap(project -> project.checks().stream()).toList();
    }

    /** Returns the repositories of all projects. */
    public List<RepositoryReport> repositories() {
        return projects.stream()
                .flatMap(project -> project.repositories().stream())
                .toList();
    }

    /** Returns whether the run achieved everything that was requested. */
    public boolean isSuccess() {
        return outcome == Outcome.SUCCESS;
    }

    /** Returns the report as indented JSON in the published form, {@code docs/report.schema.json}. */
    public String toJson() {
        return Implementation.ENGINE.write(this, ReportFormat.JSON);
    }

    /**
     * Returns the report as an HTML page in one file, to be written as UTF-8. It loads no other file and is readable
     * without scripts. Names from outside are shown as text; only addresses with https become links.
     */
    public String toHtml() {
        return Implementation.ENGINE.write(this, ReportFormat.HTML);
    }

    /**
     * Returns the report as a summary in Markdown with tables, to be written as UTF-8. Names from outside are shown as
     * text. Lists are cut after 100 rows.
     */
    public String toMarkdown() {
        return Implementation.ENGINE.write(this, ReportFormat.MARKDOWN);
    }

    /** Returns the report as lines for a console, without colour and without a line break at the end. */
    public String toText() {
        return Implementation.ENGINE.write(this, ReportFormat.TEXT);
    }
}
