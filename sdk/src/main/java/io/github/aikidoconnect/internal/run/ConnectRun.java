package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.internal.aikido.AikidoFindings;
import io.github.aikidoconnect.internal.apply.ApplyLog;
import io.github.aikidoconnect.internal.azure.AzureDevOps;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureProject;
import io.github.aikidoconnect.internal.limit.DeadlineExceededException;
import io.github.aikidoconnect.internal.limit.Limiter;
import io.github.aikidoconnect.internal.limit.Tasks;
import io.github.aikidoconnect.internal.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A run for one project: discover, check, plan, apply, report. */
final class ConnectRun {

    /** The remaining work of a run whose time is over before there is a plan. */
    static final String NOTHING_DONE = "nothing was compared, and nothing was changed";

    private final RunContext context;
    private final ProjectOrigin origin;
    private final ProjectResult result;

    ConnectRun(RunContext context, ProjectOrigin origin) {
        this.context = context;
        this.origin = origin;
        this.result = new ProjectResult(context);
    }

    /** Runs to the end, or to the first failure that prevents the next step. An interrupt ends it and stays set. */
    ConnectReport run() {
        return run(tasks -> SharedLookups.ofOne(context, tasks));
    }

    /**
     * Runs beside the runs of other projects and shares their lookups. An unexpected exception of this program, or of
     * the caller's transport, ends in the report of this project: the reports of the others must not be lost.
     *
     * @param project the project as far as it is known
     */
    ConnectReport runBesideOthers(SharedLookups lookups, ProjectReport.Project project) {
        result.known(project);
        try {
            return run(tasks -> lookups);
        } catch (RuntimeException | Error e) {
            result.problem(
                    context.texts().run().broken("the project", e.getClass().getSimpleName()));
            return result.finish(context.clients().calls());
        }
    }

    private ConnectReport run(Function<Tasks, SharedLookups> lookups) {
        if (!context.validated().problems().isEmpty()) {
            result.problems(context.validated().problems());
            return result.finish(ProjectReport.Calls.NONE);
        }
        RunProblems texts = context.texts().run();
        try {
            Optional<ApplyStep.Decision> decision = decide(lookups);
            if (decision.isPresent()) {
                apply(decision.get());
            }
        } catch (DeadlineExceededException e) {
            result.problem(texts.timeIsOver(context.request().maxDuration().orElseThrow(), NOTHING_DONE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.problem(texts.interrupted());
        }
        return result.finish(context.clients().calls());
    }

    /** Reads in turn with other projects. The threads end here: the writes wait for the rate limit for minutes. */
    private Optional<ApplyStep.Decision> decide(Function<Tasks, SharedLookups> start) throws InterruptedException {
        try (Tasks tasks = Tasks.unbounded()) {
            SharedLookups lookups = start.apply(tasks);
            try (Limiter.Pass turn = lookups.turns().enter()) {
                return decide(lookups, new Discovery(context, lookups, tasks));
            }
        }
    }

    /** Discovers, checks and plans. Returns what to apply, empty if the goal or a failed check ends the run before. */
    private Optional<ApplyStep.Decision> decide(SharedLookups lookups, Discovery discovery)
            throws InterruptedException {
        ProjectChecks checks = new ProjectChecks(context, lookups);
        ProjectFindings found = discovery.project();
        result.signedIn(found.token().method());
        CheckList azure = checks.azure(found, discovery.azure(), result.projectName());
        if (context.goal() == Goal.COVERAGE && !found.allowsCoverage()) {
            result.problem(context.texts().azure().noCoverageStated());
        }
        found.project().ifPresent(project -> result.project(project, found.repositories()));
        if (context.goal() == Goal.LIST) {
            list(discovery, found, azure);
            return Optional.empty();
        }
        if (discovery.aikido().isEmpty()) {
            result.checked(azure.plus(checks.withoutClient(origin)));
            reachWithoutWorkspace(found);
            return Optional.empty();
        }
        AikidoFindings workspace = discovery.workspace();
        workspace.workspace().ifPresent(result::workspace);
        PlanStep planning = new PlanStep(context, found, workspace, result.freshness());
        Optional<Plan> plan = planning.plan();
        CheckList all = azure.plus(checks.aikido(found, workspace, plan, result.projectName()));
        result.checked(all);
        if (context.goal() == Goal.COVERAGE) {
            // A failed check does not matter here: what Aikido monitors is known.
            plan.ifPresent(
                    each -> result.reached(new ProjectStage.Planned(ApplyLog.planned(each), found.allowsCoverage())));
        }
        if (context.goal() == Goal.COVERAGE
                || context.goal() == Goal.CHECK
                || !all.problems().isEmpty()) {
            return Optional.empty();
        }
        Optional<Plan> reviewed = plan.isEmpty() ? plan : Optional.of(review(planning, plan.get(), discovery.azure()));
        return reviewed.map(each -> new ApplyStep.Decision(
                each,
                discovery.aikido().get(),
                workspace,
                found,
                lookups.writesAtATime(),
                origin == ProjectOrigin.MATCHED));
    }

    private void reachWithoutWorkspace(ProjectFindings found) {
        if (origin == ProjectOrigin.UNMAPPED && found.listed().isPresent()) {
            result.reached(new ProjectStage.NoWorkspace());
        }
    }

    /** Reports the list of projects or repositories. It is complete without the scopes that only Aikido needs. */
    private void list(Discovery discovery, ProjectFindings found, CheckList checks) throws InterruptedException {
        boolean complete;
        List<Problem> problems = checks.problems();
        try {
            Optional<List<AzureProject>> projects = discovery.projects();
            projects.map(ProjectStage.ProjectsListed::new).ifPresent(result::reached);
            complete = projects.isPresent() || found.repositoriesWereRead();
        } catch (AzureException e) {
            complete = false;
            problems = problems.isEmpty() ? List.of(context.texts().azure().unavailable(e)) : problems;
        }
        result.checked(checks.checks(), complete ? List.of() : problems);
    }

    private Plan review(PlanStep planning, Plan plan, AzureDevOps azure) throws InterruptedException {
        Optional<PruneReview> review = planning.review(plan, azure);
        if (review.isEmpty()) {
            return plan;
        }
        try {
            return review.get().review();
        } finally {
            result.reviewed(review.get());
        }
    }

    private void apply(ApplyStep.Decision decision) throws InterruptedException {
        ApplyStep step = new ApplyStep(context, decision);
        try {
            step.run();
        } finally {
            result.applied(step.result());
        }
    }
}
