package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.AikidoFindings;
import io.github.aikidoconnect.internal.apply.ApplyLog;
import io.github.aikidoconnect.internal.azure.Attempt;
import io.github.aikidoconnect.internal.azure.AzureDevOps;
import io.github.aikidoconnect.internal.azure.AzureDiscovery;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureFindings;
import io.github.aikidoconnect.internal.azure.AzureProject;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import io.github.aikidoconnect.internal.azure.pat.PersonRecords;
import io.github.aikidoconnect.internal.limit.DeadlineExceededException;
import io.github.aikidoconnect.internal.limit.Limiter;
import io.github.aikidoconnect.internal.limit.Tasks;
import io.github.aikidoconnect.internal.plan.Plan;
import io.github.aikidoconnect.internal.plan.Planner;
import io.github.aikidoconnect.internal.plan.ProjectAddress;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import io.github.aikidoconnect.internal.token.TokenProblemTexts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;

/** One run: discover, judge, plan, apply, report. */
final class ConnectRun {

    /** How a run came to its project. */
    enum Origin {
        /** It was named. */
        NAMED,
        /** A glob matches its name, so that nobody knows what is in it. */
        MATCHED,
        /** The organization has it, and nobody named a workspace for it. */
        UNMAPPED
    }

    /** What remains of a run whose time is over before there is a plan. */
    static final String NOTHING_DONE = "nothing was compared, and nothing was changed";

    private final Goal goal;
    private final ConnectRequest request;
    private final ValidatedRequest target;
    private final ProblemTexts wording;
    private final ProgressListener progress;
    private final ServiceClients services;
    private final Origin origin;
    private final ProjectResult report;
    private final CheckList verdicts = new CheckList();

    ConnectRun(
            Goal goal,
            ConnectRequest request,
            ValidatedRequest target,
            ProblemTexts wording,
            ProgressListener progress,
            ServiceClients services,
            Origin origin) {
        this.goal = goal;
        this.request = request;
        this.target = target;
        this.wording = wording;
        this.progress = progress;
        this.services = services;
        this.origin = origin;
        this.report = new ProjectResult(goal, request, target.azureUrls().base(), target.organization());
    }

    /** Runs to the end or to the first thing that makes going on senseless. An interrupt ends it and stays set. */
    ConnectReport run() {
        return run(tasks -> SharedLookups.ofOne(goal, services, tasks));
    }

    /**
     * Runs beside those of other projects, with what they have asked for already. What breaks it off is in its report: a
     * mistake of this program, or of the caller's client, must not take the reports of the others along.
     *
     * @param project the project as far as it is known
     */
    ConnectReport runBesideOthers(SharedLookups sources, ProjectReport.Project project) {
        report.known(project);
        try {
            return run(tasks -> sources);
        } catch (RuntimeException | Error e) {
            report.problem(wording.broken(e.getClass().getSimpleName()));
            return report.finish(services.calls());
        }
    }

    private ConnectReport run(Function<Tasks, SharedLookups> sources) {
        if (!target.problems().isEmpty()) {
            report.problems(target.problems());
            return report.finish(ProjectReport.Calls.NONE);
        }
        try {
            Optional<ApplyStep.Decision> decision = discover(sources);
            if (decision.isPresent()) {
                new ApplyStep(goal, request, wording, progress, services, report, verdicts, origin == Origin.MATCHED)
                        .carryOut(decision.get());
            }
        } catch (DeadlineExceededException e) {
            report.problem(wording.timeIsOver(request.maxDuration().orElseThrow(), NOTHING_DONE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            report.problem(wording.interrupted());
        }
        return report.finish(services.calls());
    }

    /** Its threads end with it: a project waits for the limit for minutes after it was read. */
    private Optional<ApplyStep.Decision> discover(Function<Tasks, SharedLookups> sources) throws InterruptedException {
        try (Tasks tasks = Tasks.unbounded()) {
            return discover(sources.apply(tasks), tasks);
        }
    }

    private Optional<ApplyStep.Decision> discover(SharedLookups sources, Tasks tasks) throws InterruptedException {
        try (Limiter.Pass turn = sources.turns().enter()) {
            progress.on(
                    new Progress.Step(goal == Goal.LIST ? "Reading Azure DevOps" : "Reading Azure DevOps and Aikido"));
            AzureDevOps azure = services.azure();
            boolean asks = goal != Goal.LIST && request.problems().isEmpty();
            Optional<Aikido> aikido = asks ? services.aikido() : Optional.empty();
            Future<AzureFindings> azureStarted = tasks.start(() -> new AzureDiscovery(azure, tasks)
                    .discover(sources.organization(), request.project(), goal == Goal.CHECK));
            Optional<Future<AikidoFindings>> aikidoStarted =
                    aikido.map(workspace -> sources.workspace(target.clientKey(), workspace));
            boolean listsProjects = goal == Goal.LIST && request.project().isEmpty();
            Optional<Future<List<AzureProject>>> projects =
                    listsProjects ? Optional.of(tasks.start(azure::projects)) : Optional.empty();

            AzureFindings found = Tasks.join(azureStarted);
            Optional<Future<PersonRecords>> records = sources.records();
            judge(
                    azure,
                    sources,
                    found,
                    records.isEmpty() ? TokenChecks.NONE : knowledge(Tasks.join(records.get()), found));
            judgePatterns(found, sources);
            SignedInToken use = SignedInToken.of(request, found);
            if (goal == Goal.COVERAGE && found.tokenIsAccepted() && !use.listsEverything()) {
                report.incomplete();
                report.problem(wording.noCoverageStated());
            }
            if (projects.isPresent()) {
                listProjects(projects.get());
            }
            found.project().flatMap(Attempt::value).ifPresent(project -> report.project(project, repositories(found)));
            if (goal == Goal.LIST) {
                reportWhatKeepsFromListing(found);
                return Optional.empty();
            }
            if (aikidoStarted.isEmpty()) {
                judgeWithoutWorkspace(found);
                return Optional.empty();
            }
            AikidoFindings workspace = Tasks.join(aikidoStarted.get());
            workspace.workspace().ifPresent(report::workspace);
            Optional<Plan> plan = plan(found, workspace, use);
            Optional<String> claimedBy = goal == Goal.CONNECT
                    ? workspace
                            .workspace()
                            .flatMap(known -> sources.claim(target.aikidoUrl(), known.id(), report.projectName()))
                    : Optional.empty();
            boolean linked = workspace
                    .workspace()
                    .filter(known -> known.isLinkedTo(target.organization().orElseThrow()))
                    .isPresent();
            boolean changes = plan.map(Plan::changesAny).orElse(true);
            boolean handsOver = HandoverRule.applies(request, workspace.isDisconnected(), linked, use);
            new AikidoChecks(workspace, request, wording, verdicts, claimedBy, use)
                    .requiring(NeededScopes.of(goal, request, changes, handsOver))
                    .judge(
                            target.organization().orElseThrow(),
                            place(found),
                            repositories(found),
                            plan.flatMap(Plan::unlistedTfvc).map(RepositoryPlan::name));
            close();
            if (goal == Goal.COVERAGE) {
                // Whatever else is wrong, what Aikido monitors is known.
                plan.map(ApplyLog::planned).ifPresent(report::planned);
                return Optional.empty();
            }
            if (goal == Goal.CHECK || !verdicts.problems().isEmpty() || plan.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new ApplyStep.Decision(
                    review(plan.get(), found, azure, workspace, use),
                    aikido.orElseThrow(),
                    workspace.isDisconnected(),
                    linked,
                    place(found).orElseThrow(),
                    sources.writesAtATime(),
                    use));
        }
    }

    private void judgeWithoutWorkspace(AzureFindings found) {
        if (origin == Origin.UNMAPPED) {
            verdicts.skipped(
                    ProjectResult.NO_WORKSPACE,
                    CheckId.AIKIDO_CREDENTIALS,
                    CheckId.AIKIDO_WORKSPACE,
                    CheckId.AIKIDO_CONNECTION);
            if (found.repositories().flatMap(Attempt::value).isPresent()) {
                report.withoutWorkspace();
            }
        } else {
            // Of a coverage, what went wrong while the client was looked for keeps nobody from counting repositories.
            Optional<Problem> why = request.problems().stream().findFirst();
            verdicts.failed(CheckId.AIKIDO_CREDENTIALS, why.orElseGet(target::clientMissing));
            request.problems().forEach(verdicts::problem);
            verdicts.skipped("There is no API client.", CheckId.AIKIDO_WORKSPACE, CheckId.AIKIDO_CONNECTION);
        }
        close();
    }

    private TokenChecks knowledge(PersonRecords records, AzureFindings found) {
        PersonRecords.Match match = records.find(found);
        TokenProblemTexts texts = new TokenProblemTexts(
                wording.names(), TokenRequest.builder(request).build(), wording::azureUnavailable, wording::aikido);
        return new TokenChecks(
                match.details(),
                match.why(),
                match.failure().map(texts::azure),
                request.entraAccess().map(EntraAccess::warnDays).orElse(0));
    }

    private void judge(AzureDevOps azure, SharedLookups sources, AzureFindings found, TokenChecks knowledge) {
        new AzureChecks(
                        found,
                        target,
                        wording,
                        verdicts,
                        name -> wording.projectNotFound(
                                name, target.organization().orElseThrow(), visible(azure, sources)),
                        knowledge,
                        SignedInToken.of(request, found))
                .judge(request.project().orElse(""));
    }

    /** A pattern that is given for all projects of a run is judged when all of them were read. */
    private void judgePatterns(AzureFindings found, SharedLookups sources) {
        List<String> names =
                repositories(found).stream().map(AzureRepository::name).toList();
        if (goal == Goal.CHECK || goal == Goal.LIST || names.isEmpty()) {
            return;
        }
        PatternUse use = sources.patterns().orElseGet(PatternUse::new);
        use.note(report.projectName(), target.selection().use(names));
        if (sources.patterns().isEmpty()) {
            use.unmatchedByProject()
                    .values()
                    .forEach(patterns ->
                            verdicts.warnBesides(CheckId.PROJECT, wording.unmatched(patterns), wording.unmatchedFix()));
        }
    }

    /** The verdicts are complete: from here on only what is done can go wrong. */
    private void close() {
        report.checks(verdicts.checks());
        report.problems(verdicts.problems());
    }

    private void listProjects(Future<List<AzureProject>> started) throws InterruptedException {
        try {
            report.projects(Tasks.join(started));
        } catch (AzureException e) {
            // What a verdict explains already is not said twice.
            if (verdicts.problems().isEmpty()) {
                verdicts.problem(wording.azureUnavailable(e));
            }
        }
    }

    /** A list is complete without the scopes that only Aikido needs. */
    private void reportWhatKeepsFromListing(AzureFindings found) {
        boolean complete = request.project().isEmpty()
                ? report.hasProjects()
                : found.repositories().map(Attempt::succeeded).orElse(false);
        report.checks(verdicts.checks());
        if (!complete) {
            report.problems(verdicts.problems());
        }
    }

    private Optional<ProjectAddress> place(AzureFindings found) {
        return found.project().flatMap(Attempt::value).map(target::place);
    }

    private static List<AzureRepository> repositories(AzureFindings found) {
        return found.repositories().flatMap(Attempt::value).orElse(List.of());
    }

    private static List<String> visible(AzureDevOps azure, SharedLookups sources) {
        if (sources.projects().isPresent()) {
            return sources.projects().get();
        }
        try {
            return azure.projects().stream().map(AzureProject::name).toList();
        } catch (AzureException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private Optional<Plan> plan(AzureFindings found, AikidoFindings workspace, SignedInToken use) {
        Optional<List<AzureRepository>> azure = found.repositories().flatMap(Attempt::value);
        if (place(found).isEmpty()
                || azure.isEmpty()
                || workspace.repositories().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(planner(place(found).get(), use)
                .plan(azure.get(), workspace.repositories().get()));
    }

    private Planner planner(ProjectAddress place, SignedInToken use) {
        Planner planner = new Planner(
                place, target.selection(), prunes(), request.pruneLimit(), request.reactivate(), report.freshness());
        return use.listsEverything() ? planner : planner.forIncompleteList();
    }

    private boolean prunes() {
        return request.prune() && goal == Goal.CONNECT;
    }

    private Plan review(Plan first, AzureFindings found, AzureDevOps azure, AikidoFindings workspace, SignedInToken use)
            throws InterruptedException {
        if (!prunes() || !use.listsEverything()) {
            return first;
        }
        AzureProject project = found.project().flatMap(Attempt::value).orElseThrow();
        return new PruneReview(azure, project, planner(place(found).orElseThrow(), use), report, wording)
                .review(first, repositories(found), workspace.repositories().orElseThrow());
    }
}
