package io.github.aikidoconnect;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run found and did. It is returned whatever happens: what goes wrong at run time is in {@link #problems()}, not
 * in an exception. It holds no secret.
 *
 * @param goal what was asked for
 * @param dryRun whether nothing was to be changed
 * @param outcome how it ended
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param projects a part for each project; one for all goals but a list of projects
 * @param problems what went wrong, over all projects; empty exactly when the outcome is {@link Outcome#SUCCESS}
 * @param summary how many of what, over all projects
 * @param calls how many calls it took, over all projects
 * @param severalProjects whether the JSON form has a list of projects rather than the parts of a single one
 * @param goalResult the part that only this goal has, null where the goal has none or the run did not get that far
 */
@GeneratedBuilder
public record ConnectReport(
        Goal goal,
        boolean dryRun,
        Outcome outcome,
        Instant startedAt,
        Instant finishedAt,
        List<ProjectReport> projects,
        List<Problem> problems,
        ProjectReport.Summary summary,
        ProjectReport.Calls calls,
        boolean severalProjects,
        @Nullable GoalResult goalResult) {

    /** The version of the JSON form. It changes only when a reader of the old form would break. */
    public static final int SCHEMA_VERSION = 1;

    public ConnectReport {
        projects = List.copyOf(projects);
        problems = List.copyOf(problems);
        summary = Objects.requireNonNullElse(summary, ProjectReport.Summary.NONE);
        calls = Objects.requireNonNullElse(calls, ProjectReport.Calls.NONE);
    }

    /**
     * Returns the report of a run that ended before it began, because a front end could not make a request.
     *
     * @param goal what was asked for
     * @param request what is known of the request
     * @param startedAt when it was asked for
     * @param problem why nothing was begun
     */
    public static ConnectReport notStarted(Goal goal, ConnectRequest request, Instant startedAt, Problem problem) {
        return notStarted(goal, request, startedAt, List.of(problem), goal == Goal.COVERAGE);
    }

    /**
     * The same, of a run that may have been asked for several projects.
     *
     * @param problems why nothing was begun, at least one
     * @param severalProjects whether it was
     */
    public static ConnectReport notStarted(
            Goal goal, ConnectRequest request, Instant startedAt, List<Problem> problems, boolean severalProjects) {
        ProjectReport.Project project = request.project()
                .map(name -> new ProjectReport.Project(null, SafeText.maskedUrl(name)))
                .orElse(null);
        ProjectReport part = ProjectReportBuilder.builder()
                .azure(new ProjectReport.AzureProject(
                        request.azureUrl().map(SafeText::maskedUrl).orElse("https://dev.azure.com"),
                        request.organization().map(SafeText::maskedUrl).orElse(null),
                        project))
                .problems(problems)
                .state(goal == Goal.COVERAGE ? ProjectState.UNKNOWN : null)
                .build();
        return ConnectReportBuilder.builder()
                .goal(goal)
                .dryRun(request.dryRun())
                .outcome(Outcome.FAILED)
                .startedAt(startedAt)
                .finishedAt(Instant.now())
                .projects(List.of(part))
                .problems(problems)
                .severalProjects(severalProjects)
                .build();
    }

    /** Returns the personal access tokens that the run was about; none for all goals but {@link Goal#TOKEN}. */
    public List<TokenReport> tokens() {
        return goalResult instanceof GoalResult.Tokens result ? result.tokens() : List.of();
    }

    /** Returns how much is monitored; null for all goals but {@link Goal#COVERAGE}, and where it is not known. */
    public @Nullable Coverage coverage() {
        return goalResult instanceof Coverage result ? result : null;
    }

    /** Returns the verdicts of all projects. */
    public List<Check> checks() {
        return projects.stream().flatMap(project -> project.checks().stream()).toList();
    }

    /** Returns the repositories of all projects. */
    public List<RepositoryReport> repositories() {
        return projects.stream()
                .flatMap(project -> project.repositories().stream())
                .toList();
    }

    /** Returns whether all that was asked for holds. */
    public boolean isSuccess() {
        return outcome == Outcome.SUCCESS;
    }

    /** Returns the report as indented JSON in the published form, {@code docs/report.schema.json}. */
    public String toJson() {
        return Implementation.ENGINE.write(this, ReportFormat.JSON);
    }

    /**
     * Returns the report as a page for people: HTML in one file, to be written as UTF-8, that loads nothing and needs no
     * script to be read. Names from outside are shown as text; only addresses with https become links.
     */
    public String toHtml() {
        return Implementation.ENGINE.write(this, ReportFormat.HTML);
    }

    /**
     * Returns the report as a summary for people: Markdown with tables, to be written as UTF-8. Names from outside are shown as
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
