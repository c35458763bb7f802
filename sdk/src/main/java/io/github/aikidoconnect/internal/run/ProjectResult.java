package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectReportBuilder;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectReportBuilder;
import io.github.aikidoconnect.ProjectState;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.RepositoryReportBuilder;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.apply.ApplyLog;
import io.github.aikidoconnect.internal.azure.AzureProject;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import io.github.aikidoconnect.internal.plan.Freshness;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import io.github.aikidoconnect.location.AzureNames;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what a run finds, so that a report can be made of it at any moment, whatever comes in between. */
final class ProjectResult {

    /** Why nothing was planned for a repository; the problem of the report says more. */
    private static final String NOT_PLANNED = "Nothing was planned: a check failed.";

    /** Why it is not known whether a repository is monitored. */
    private static final String NOT_COMPARED = "What Aikido monitors of the project could not be found out.";

    /** Why nobody watches a project for which nothing is named. */
    static final String NO_WORKSPACE = "No workspace is named for the project.";

    private final Goal goal;
    private final ConnectRequest request;
    private final String azureUrl;
    private final Optional<String> organization;
    private final Instant startedAt = now();

    private final List<Problem> problems = new ArrayList<>();
    private List<Check> checks = List.of();
    private List<AzureRepository> listed = List.of();
    private List<ApplyLog.Entry> entries = List.of();
    private List<AzureProject> projects = List.of();
    private @Nullable AzureProject project;
    private io.github.aikidoconnect.internal.aikido.@Nullable Workspace workspace;
    private boolean projectsKnown;
    private boolean applied;
    private boolean planned;
    private ProjectReport.@Nullable Project known;
    private boolean withoutWorkspace;
    private boolean incomplete;

    ProjectResult(Goal goal, ConnectRequest request, String azureUrl, Optional<String> organization) {
        this.goal = goal;
        this.request = request;
        this.azureUrl = azureUrl;
        this.organization = organization;
    }

    /** Returns how recent a scan has to be: its age is judged at the moment when the run began. */
    Freshness freshness() {
        return new Freshness(request.maxScanAge().map(startedAt::minus));
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    void problems(List<Problem> more) {
        problems.addAll(more);
    }

    void checks(List<Check> verdicts) {
        checks = List.copyOf(verdicts);
    }

    void project(AzureProject found, List<AzureRepository> repositories) {
        project = found;
        listed = repositories;
    }

    void projects(List<AzureProject> found) {
        projects = found;
        projectsKnown = true;
    }

    boolean hasProjects() {
        return projectsKnown;
    }

    void workspace(io.github.aikidoconnect.internal.aikido.Workspace found) {
        workspace = found;
    }

    void planned(List<ApplyLog.Entry> plan) {
        entries = plan;
        planned = true;
    }

    void applied(List<ApplyLog.Entry> ledger) {
        entries = ledger;
        planned = true;
        applied = true;
    }

    /** Notes what the project is called before Azure DevOps was asked for it. */
    void known(ProjectReport.Project named) {
        known = named;
    }

    /** Returns what the project is called, for people. */
    String projectName() {
        ProjectReport.Project place = place();
        return place == null ? "" : place.name();
    }

    void withoutWorkspace() {
        withoutWorkspace = true;
    }

    /** Notes that the token may not list every repository. */
    void incomplete() {
        incomplete = true;
    }

    ConnectReport finish(ProjectReport.Calls calls) {
        boolean several = projectsKnown;
        List<ProjectReport> parts = several ? projects.stream().map(this::part).toList() : List.of(part(calls));
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
        boolean anything = entries.stream().anyMatch(entry -> entry.result() == Result.DONE);
        boolean compares = goal == Goal.STATUS || goal == Goal.COVERAGE;
        boolean reached = compares ? planned : applied && anything;
        return reached ? Outcome.PARTIAL : Outcome.FAILED;
    }

    private ProjectReport part(ProjectReport.Calls calls) {
        return ProjectReportBuilder.builder()
                .azure(new ProjectReport.AzureProject(azureUrl, organization.orElse(null), place()))
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
                .build();
    }

    private ProjectState state(List<RepositoryReport> repositories) {
        if (!withoutWorkspace && (!planned || incomplete)) {
            return ProjectState.UNKNOWN;
        }
        int counted = Coverage.counted(repositories);
        if (counted == 0) {
            return ProjectState.EMPTY;
        }
        if (withoutWorkspace) {
            return ProjectState.UNCONNECTED;
        }
        int monitored = Coverage.monitored(repositories);
        return monitored == counted
                ? ProjectState.CONNECTED
                : monitored == 0 ? ProjectState.UNCONNECTED : ProjectState.PARTIAL;
    }

    /** A project of a list: where it is, and nothing else. */
    private ProjectReport part(AzureProject found) {
        return ProjectReportBuilder.builder()
                .azure(new ProjectReport.AzureProject(
                        azureUrl, organization.orElse(null), new ProjectReport.Project(found.id(), found.name())))
                .build();
    }

    private ProjectReport.@Nullable Project place() {
        if (project != null) {
            return new ProjectReport.Project(project.id(), project.name());
        }
        if (known != null) {
            return known;
        }
        // What cannot be a name may be anything, a URL with a password too.
        return request.project()
                .filter(given -> AzureNames.isProject(given) || AzureNames.isId(given))
                .map(given -> new ProjectReport.Project(null, given))
                .orElse(null);
    }

    /** Once there is a plan it has everything; before that, what Azure DevOps lists is reported with its reason. */
    private List<RepositoryReport> repositories() {
        if (planned) {
            return entries.stream().map(this::row).toList();
        }
        if (goal == Goal.CHECK) {
            return List.of();
        }
        boolean listing = goal == Goal.LIST;
        return listed.stream()
                .map(repository -> row(
                        repository,
                        listing ? Action.NONE : Action.SKIP,
                        listing ? Result.DONE : Result.SKIPPED,
                        listing ? "Listed only." : unplanned()))
                .toList();
    }

    private String unplanned() {
        return withoutWorkspace ? NO_WORKSPACE : goal == Goal.COVERAGE ? NOT_COMPARED : NOT_PLANNED;
    }

    private RepositoryReport row(ApplyLog.Entry entry) {
        RepositoryPlan plan = entry.plan();
        Optional<AzureRepository> azure = plan.azure();
        Optional<CodeRepository> aikido = plan.aikido();
        RepositoryKind kind = azure.map(AzureRepository::kind).orElse(RepositoryKind.GIT);
        return RepositoryReportBuilder.builder()
                .id(azure.map(AzureRepository::id)
                        .or(() -> aikido.flatMap(CodeRepository::externalId))
                        .orElse(null))
                .name(plan.name())
                .kind(kind)
                .url(azure.map(AzureRepository::url)
                        .or(() -> aikido.flatMap(CodeRepository::url).map(SafeText::plainUrl))
                        .orElse(null))
                .defaultBranch(azure.map(AzureRepository::defaultBranch).orElse(null))
                .state(azure.map(AzureRepository::state).orElse(null))
                .action(entry.action())
                .result(entry.result())
                .aikidoId(entry.aikidoId().orElse(null))
                .reason(entry.reason())
                .secretScanning(kind == RepositoryKind.GIT)
                .inAikido(aikido.map(known -> inAikido(known, plan)).orElse(null))
                .build();
    }

    private RepositoryReport.InAikido inAikido(CodeRepository entry, RepositoryPlan plan) {
        return new RepositoryReport.InAikido(
                entry.traits().branch().orElse(null),
                entry.lastScan().at().orElse(null),
                freshness().judge(entry),
                entry.traits().sensitivity().orElse(null),
                entry.traits().connectivity().orElse(null),
                entry.traits().labels(),
                plan.isSwitchedOff());
    }

    /** A repository of which nothing was planned. */
    private static RepositoryReport row(AzureRepository azure, Action action, Result result, String reason) {
        return RepositoryReportBuilder.builder()
                .id(azure.id())
                .name(azure.name())
                .kind(azure.kind())
                .url(azure.url())
                .defaultBranch(azure.defaultBranch())
                .state(azure.state())
                .action(action)
                .result(result)
                .reason(reason)
                .secretScanning(azure.kind() == RepositoryKind.GIT)
                .build();
    }

    private ProjectReport.Summary summary() {
        int found = listed.size();
        if (!planned) {
            int skipped = goal == Goal.LIST || goal == Goal.CHECK ? 0 : found;
            return new ProjectReport.Summary(found, 0, 0, 0, 0, skipped, 0);
        }
        return new ProjectReport.Summary(
                found,
                count(entries.stream().filter(entry -> entry.plan().selected())),
                count(entries.stream()
                        .filter(entry -> entry.plan().selected() && entry.plan().isMonitored())),
                count(entries.stream()
                        .filter(entry -> isCarriedOut(entry, Action.ACTIVATE) || isCarriedOut(entry, Action.WAIT))),
                count(entries.stream().filter(entry -> isCarriedOut(entry, Action.DEACTIVATE))),
                count(entries.stream().flatMap(ProjectResult::leftOut).distinct()),
                count(entries.stream().filter(entry -> entry.result() == Result.FAILED)));
    }

    /** Done, or planned where nothing is to be changed. */
    private static boolean isCarriedOut(ApplyLog.Entry entry, Action action) {
        return entry.action() == action && (entry.result() == Result.DONE || entry.result() == Result.PLANNED);
    }

    /** Returns the repository that an entry leaves out; one that Azure DevOps does not list is not among those found. */
    private static Stream<AzureRepository> leftOut(ApplyLog.Entry entry) {
        return entry.result() == Result.SKIPPED ? entry.plan().azure().stream() : Stream.empty();
    }

    private static int count(Stream<?> rows) {
        return (int) rows.count();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
