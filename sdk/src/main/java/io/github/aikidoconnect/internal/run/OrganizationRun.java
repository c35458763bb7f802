package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.internal.azure.AzureDevOps;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureFindings;
import io.github.aikidoconnect.internal.azure.AzureProject;
import io.github.aikidoconnect.internal.limit.DeadlineExceededException;
import io.github.aikidoconnect.internal.limit.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** A run for many projects: list the projects, select and configure them, run them side by side, report. */
final class OrganizationRun {

    /**
     * The number of projects whose runs are under way: most of the time, a run waits for the rate limit of its own
     * workspace. Each has up to three threads then.
     */
    static final int PROJECTS_AT_ONCE = 200;

    /**
     * From so many projects on, and if they are so large a part of the organization, the repositories of all projects are
     * read in two calls: below, these would be larger than what they replace.
     */
    private static final int READ_TOGETHER_FROM = 10;

    private static final int READ_TOGETHER_PART = 3;

    /** The time that an interrupted run may take to end: its calls are cancelled. */
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final OrganizationRequest request;
    private final RunContext.Common common;
    private final RunContext context;
    private final int projectsAtOnce;
    private final OrganizationSummary summary;
    private final Tasks tasks = Tasks.unbounded();
    private List<ProjectSelection.Job> jobs = new ArrayList<>();
    private Optional<SharedLookups> lookups = Optional.empty();
    private boolean ended;
    private int finished;
    private Duration longestEstimate = Duration.ZERO;

    /** @param projectsAtOnce the number of projects whose runs are under way */
    OrganizationRun(Goal goal, OrganizationRequest request, RunContext.Common common, int projectsAtOnce) {
        this.projectsAtOnce = projectsAtOnce;
        this.request = request;
        this.common = common;
        // Validated like a list of projects: what else the goal needs is validated with the request of each project.
        this.context = common.of(goal, request.common(), Goal.LIST);
        this.summary = new OrganizationSummary(goal, request, context.texts());
    }

    /** Runs to its end, also if a project fails. An interrupt ends the runs of all projects and stays set. */
    ConnectReport run() {
        try {
            select();
            return complete();
        } finally {
            close();
        }
    }

    /** Reads the projects of the organization and selects those of the run. A failure ends the run. */
    void select() {
        List<Problem> mistakes = new ArrayList<>(context.validated().problems());
        mistakes.addAll(ProjectSelection.mistakes(request, context.texts()));
        mistakes.forEach(this::problem);
        ended = !mistakes.isEmpty();
        untilEnd(() -> {
            context.progress().on(new Progress.Step("Reading the projects of Azure DevOps"));
            SharedLookups started = SharedLookups.ofMany(context, tasks, common.claims());
            AzureDevOps azure = context.clients().azure();
            Future<List<AzureProject>> listed = tasks.start(azure::projects);
            try {
                List<AzureProject> projects = Tasks.join(listed);
                started.projects(projects.stream().map(AzureProject::name).toList());
                ProjectSelection.Found found = new ProjectSelection(request, context).of(projects);
                found.problems().forEach(this::problem);
                jobs = found.jobs();
                int selected = jobs.size();
                if (selected >= READ_TOGETHER_FROM && selected * READ_TOGETHER_PART >= projects.size()) {
                    started.readRepositories(context, projects);
                }
                lookups = Optional.of(started);
            } catch (AzureException e) {
                summary.part(organization(AzureFindings.of(Tasks.join(started.organization())), e));
                ended = true;
            }
        });
    }

    /** Runs the selected projects and returns the report. */
    ConnectReport complete() {
        untilEnd(() -> {
            runAll(lookups.orElseThrow());
            lookups.flatMap(SharedLookups::patterns).ifPresent(summary::patterns);
        });
        return summary.finish(context.clients().calls());
    }

    /** Ends the threads of the run. */
    void close() {
        tasks.close();
    }

    /** Returns the report of a run that was interrupted after the selection of the projects or before. */
    ConnectReport notCompleted() {
        OrganizationSummary none = new OrganizationSummary(context.goal(), request, context.texts());
        none.problem(context.texts().run().interrupted());
        jobs.forEach(job -> none.part(notBegun(job)));
        return none.finish(context.clients().calls());
    }

    /** Adds a problem of the organization as a whole. */
    void problem(Problem problem) {
        summary.problem(problem);
    }

    /** Ends the run because of an unexpected exception. */
    void broken(Throwable failure) {
        problem(context.texts()
                .run()
                .broken("the organization", failure.getClass().getSimpleName()));
        ended = true;
    }

    /** Returns whether nothing is left to be done but the report. */
    boolean isEnded() {
        return ended;
    }

    /** Returns the runs of the selected projects, in a list that can be changed. */
    List<ProjectSelection.Job> jobs() {
        return jobs;
    }

    RunContext context() {
        return context;
    }

    /** Returns the name of the organization for users. */
    String name() {
        return context.address().organizationName();
    }

    /** A part of the run. */
    private interface Part {

        void run() throws InterruptedException;
    }

    /** Carries out a part of the run unless the run has ended. */
    private void untilEnd(Part part) {
        if (ended) {
            return;
        }
        try {
            part.run();
        } catch (DeadlineExceededException e) {
            problem(context.texts()
                    .run()
                    .timeIsOver(request.common().maxDuration().orElseThrow(), ConnectRun.NOTHING_DONE));
            ended = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem(context.texts().run().interrupted());
            ended = true;
        }
    }

    /** Reports why the projects could not be listed: a failed check, or else the failure of the call. */
    private ConnectReport organization(AzureFindings found, AzureException failure) {
        SignedInToken token = SignedInToken.of(request.common(), found);
        CheckList checks = new AzureChecks(context, found, token, TokenChecks.NONE, List::of).check();
        if (checks.problems().isEmpty()) {
            checks.problem(context.texts().azure().unavailable(failure));
        }
        ProjectResult part = new ProjectResult(context);
        part.signedIn(token.method());
        part.checked(checks);
        return part.finish(ProjectReport.Calls.NONE);
    }

    private void runAll(SharedLookups lookups) throws InterruptedException {
        if (jobs.isEmpty()) {
            return;
        }
        context.progress()
                .on(new Progress.Step(verb() + (jobs.size() == 1 ? " 1 project" : " " + jobs.size() + " projects")));
        AtomicReferenceArray<ConnectReport> done = new AtomicReferenceArray<>(jobs.size());
        try (Tasks projects = Tasks.atMost(projectsAtOnce)) {
            List<Future<ConnectReport>> started = new ArrayList<>();
            for (int i = 0; i < jobs.size(); i++) {
                int place = i;
                started.add(projects.start(() -> {
                    done.set(place, run(jobs.get(place), lookups));
                    return announce(done.get(place), jobs.size());
                }));
            }
            try {
                for (Future<ConnectReport> project : started) {
                    Tasks.join(project);
                }
            } finally {
                projects.end(LONGEST_END);
            }
        } finally {
            for (int i = 0; i < jobs.size(); i++) {
                ConnectReport part = done.get(i);
                summary.part(part == null ? notBegun(jobs.get(i)) : part);
            }
        }
    }

    private ConnectReport run(ProjectSelection.Job job, SharedLookups lookups) {
        RunContext own = common.reportingTo(this::onProject).of(context.goal(), job.request());
        return new ConnectRun(own, job.origin()).runBesideOthers(lookups, job.project());
    }

    /**
     * Passes on few of the events of a project, because the steps of all projects are too many. An import is reported once
     * for all projects that wait for one, and the longest estimate is that of the whole run.
     */
    private void onProject(Progress event) {
        if (event instanceof Progress.Estimate estimate && isLongest(estimate.duration())) {
            context.progress().on(event);
        }
        if (event instanceof Progress.Waiting waiting) {
            common.transports().tell("Aikido is importing new repositories", waiting.duration());
        }
    }

    private synchronized boolean isLongest(Duration estimate) {
        boolean longest = estimate.compareTo(longestEstimate) > 0;
        longestEstimate = longest ? estimate : longestEstimate;
        return longest;
    }

    private ConnectReport notBegun(ProjectSelection.Job job) {
        ProjectResult part = new ProjectResult(context.goal(), job.request(), context.validated());
        part.known(job.project());
        part.problem(context.texts().run().interrupted());
        return part.finish(ProjectReport.Calls.NONE);
    }

    private synchronized ConnectReport announce(ConnectReport part, int total) {
        finished++;
        ProjectReport project = part.projects().get(0);
        String name = SafeText.oneLine(project.projectName());
        Object how = project.state() == null ? part.outcome() : project.state();
        context.progress().on(new Progress.Item(name + ": " + how, finished, total));
        return part;
    }

    private String verb() {
        boolean changes = context.goal() == Goal.CONNECT && !request.common().dryRun();
        return changes ? "Connecting" : context.goal() == Goal.CONNECT ? "Planning" : "Comparing";
    }
}
