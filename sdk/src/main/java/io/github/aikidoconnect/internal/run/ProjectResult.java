package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectReportBuilder;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Findings;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectReportBuilder;
import io.github.aikidoconnect.ProjectState;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.SignInMethod;
import io.github.aikidoconnect.internal.apply.ApplyLog;
import io.github.aikidoconnect.internal.azure.AzureProject;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import io.github.aikidoconnect.internal.plan.Freshness;
import io.github.aikidoconnect.location.AzureNames;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the results of a run's steps, so that the run can be reported at any moment, also after an interrupt. */
final class ProjectResult {

    /** The reason of a repository without a plan. The problems of the report contain the details. */
    private static final String CHECK_FAILED = "Nothing was planned: a check failed.";

    private static final String CHECK_INCOMPLETE = "Nothing was planned: a check could not be completed.";

    /** The reason of a repository whose monitoring could not be determined. */
    private static final String NOT_COMPARED =
            "It could not be determined which repositories of the project Aikido " + "monitors.";

    /** The reason of a repository, and of the checks of Aikido, in a project without a workspace. */
    static final String NO_WORKSPACE = "No workspace is configured for the project.";

    private final Goal goal;
    private final ConnectRequest request;
    private final String azureUrl;
    private final Optional<String> organization;
    private final Instant startedAt = now();

    private final List<Problem> problems = new ArrayList<>();
    private List<Check> checks = List.of();
    private List<AzureRepository> listed = List.of();
    private ProjectStage stage = new ProjectStage.NotCompared();
    private @Nullable AzureProject project;
    private io.github.aikidoconnect.internal.aikido.@Nullable Workspace workspace;
    private ProjectReport.@Nullable Project known;
    private @Nullable Findings findings;
    private @Nullable SignInMethod signIn;

    ProjectResult(RunContext context) {
        this(context.goal(), context.request(), context.validated());
    }

    /** @param validated the request itself, or the request for the whole organization that it is a part of */
    ProjectResult(Goal goal, ConnectRequest request, ValidatedRequest validated) {
        this.goal = goal;
        this.request = request;
        this.azureUrl = validated.azureUrls().base();
        this.organization = validated.organization();
    }

    /** Returns the rule for the age of a scan, which counts back from the start of the run. */
    Freshness freshness() {
        return new Freshness(request.maxScanAge().map(startedAt::minus));
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    void problems(List<Problem> more) {
        problems.addAll(more);
    }

    /** Notes the project as far as it is known before Azure DevOps is read. */
    void known(ProjectReport.Project named) {
        known = named;
    }

    /** Notes how the run signed in. */
    void signedIn(SignInMethod method) {
        signIn = method;
    }

    /** Notes the project and its repositories. */
    void project(AzureProject found, List<AzureRepository> repositories) {
        project = found;
        listed = repositories;
    }

    void workspace(io.github.aikidoconnect.internal.aikido.Workspace found) {
        workspace = found;
    }

    /** Notes all checks and their problems. */
    void checked(CheckList all) {
        checked(all.checks(), all.problems());
    }

    /** Notes all checks, and those of their problems that matter. */
    void checked(List<Check> all, List<Problem> failures) {
        checks = List.copyOf(all);
        problems.addAll(failures);
    }

    /** Notes the stage that the run has reached. */
    void reached(ProjectStage next) {
        stage = next;
    }

    /** Notes what a review found, also if it was interrupted. */
    void reviewed(PruneReview review) {
        review.listedAgain().ifPresent(again -> listed = again);
        problems.addAll(review.problems());
    }

    /** Notes the result of the last step, also if it was interrupted. */
    void applied(ApplyStep.ApplyResult applied) {
        applied.stage().ifPresent(this::reached);
        applied.connection().ifPresent(newer -> checks = CheckList.replace(checks, newer));
        for (CheckList.Warning warning : applied.warnings()) {
            checks = checks.stream()
                    .map(check -> check.id() == CheckId.AIKIDO_WORKSPACE ? warning.addTo(check) : check)
                    .toList();
        }
        findings = applied.findings().orElse(null);
        problems.addAll(applied.problems());
    }

    /** Returns the project's name for the report, empty if it is not known. */
    String projectName() {
        ProjectReport.Project place = place();
        return place == null ? "" : place.name();
    }

    ConnectReport finish(ProjectReport.Calls calls) {
        boolean several = stage instanceof ProjectStage.ProjectsListed;
        List<ProjectReport> parts = stage instanceof ProjectStage.ProjectsListed list
                ? list.projects().stream().map(this::part).toList()
                : List.of(part(calls));
        ProjectReport.Summary summary = several
                ? parts.stream()
                        .map(ProjectReport::summary)
                        .reduce(ProjectReport.Summary.NONE, ProjectReport.Summary::plus)
                : summary();
        return ConnectReportBuilder.builder()
                .goal(goal)
                .dryRun(request.dryRun())
                .outcome(outcome())
                .startedAt(startedAt)
                .finishedAt(now())
                .projects(parts)
                .problems(problems)
                .summary(summary)
                .calls(calls)
                .severalProjects(several)
                .build();
    }

    private Outcome outcome() {
        if (problems.isEmpty()) {
            return Outcome.SUCCESS;
        }
        boolean compares = goal == Goal.STATUS || goal == Goal.COVERAGE;
        boolean compared = compares && stage instanceof ProjectStage.Planned;
        boolean changed = stage instanceof ProjectStage.Applied applied
                && applied.entries().stream()
                        .anyMatch(entry -> entry.result() == Result.DONE
                                || entry.settings().stream().anyMatch(setting -> setting.result() == Result.DONE));
        return compared || changed ? Outcome.PARTIAL : Outcome.FAILED;
    }

    private ProjectReport part(ProjectReport.Calls calls) {
        return ProjectReportBuilder.builder()
                .azure(new ProjectReport.AzureProject(azureUrl, organization.orElse(null), place(), signIn))
                .workspace(
                        workspace == null
                                ? null
                                : new ProjectReport.Workspace(
                                        workspace.id(),
                                        workspace.name(),
                                        workspace.provider().orElse(null),
                                        workspace.organization().orElse(null)))
                .checks(checks)
                .repositories(repositories())
                .problems(problems)
                .summary(summary())
                .calls(calls)
                .state(goal == Goal.COVERAGE ? state(repositories()) : null)
                .findings(findings)
                .build();
    }

    private ProjectState state(List<RepositoryReport> repositories) {
        boolean withoutWorkspace = stage instanceof ProjectStage.NoWorkspace;
        boolean compared = stage instanceof ProjectStage.Planned planned && planned.complete();
        if (!withoutWorkspace && !compared) {
            return ProjectState.UNKNOWN;
        }
        int counted = Coverage.counted(repositories);
        int monitored = Coverage.monitored(repositories);
        if (counted == 0) {
            return ProjectState.EMPTY;
        }
        if (withoutWorkspace || monitored == 0) {
            return ProjectState.UNCONNECTED;
        }
        return monitored == counted ? ProjectState.CONNECTED : ProjectState.PARTIAL;
    }

    /** Returns the report of a project in a list, which has only its address. */
    private ProjectReport part(AzureProject found) {
        return ProjectReportBuilder.builder()
                .azure(new ProjectReport.AzureProject(
                        azureUrl,
                        organization.orElse(null),
                        new ProjectReport.Project(found.id(), found.name()),
                        signIn))
                .build();
    }

    private ProjectReport.@Nullable Project place() {
        if (project != null) {
            return new ProjectReport.Project(project.id(), project.name());
        }
        if (known != null) {
            return known;
        }
        // A text that cannot be a name is left out: it may contain a password.
        return request.project()
                .filter(given -> AzureNames.isProject(given) || AzureNames.isId(given))
                .map(given -> new ProjectReport.Project(null, given))
                .orElse(null);
    }

    private List<RepositoryReport> repositories() {
        if (stage instanceof ProjectStage.Planned planned) {
            return rows(planned.entries());
        }
        if (stage instanceof ProjectStage.Applied applied) {
            return rows(applied.entries());
        }
        return goal == Goal.CHECK
                ? List.of()
                : listed.stream().map(this::withoutPlan).toList();
    }

    private List<RepositoryReport> rows(List<ApplyLog.Entry> entries) {
        RepositoryRows rows = new RepositoryRows(freshness());
        return entries.stream().map(rows::row).toList();
    }

    private RepositoryReport withoutPlan(AzureRepository repository) {
        if (goal == Goal.LIST) {
            return RepositoryRows.row(repository, Action.NONE, Result.DONE, "Listed only.");
        }
        String comparison = goal == Goal.COVERAGE ? NOT_COMPARED : notPlanned();
        String reason = stage instanceof ProjectStage.NoWorkspace ? NO_WORKSPACE : comparison;
        return RepositoryRows.row(repository, Action.SKIP, Result.SKIPPED, reason);
    }

    private String notPlanned() {
        return checks.stream().anyMatch(check -> check.status() == CheckStatus.FAILED)
                ? CHECK_FAILED
                : CHECK_INCOMPLETE;
    }

    private ProjectReport.Summary summary() {
        if (stage instanceof ProjectStage.Planned planned) {
            return RepositoryRows.summary(listed.size(), planned.entries());
        }
        if (stage instanceof ProjectStage.Applied applied) {
            return RepositoryRows.summary(listed.size(), applied.entries());
        }
        int skipped = goal == Goal.LIST || goal == Goal.CHECK ? 0 : listed.size();
        return new ProjectReport.Summary(listed.size(), 0, 0, 0, 0, skipped, 0);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
