package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.SettingNames;
import io.github.aikidoconnect.internal.azure.AzureDevOps;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureFindings;
import io.github.aikidoconnect.internal.azure.AzureProject;
import io.github.aikidoconnect.internal.limit.DeadlineExceededException;
import io.github.aikidoconnect.internal.limit.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** A run over many projects: list them, find out what is asked for each, run them side by side, report. */
final class OrganizationRun {

    /**
     * Most of the time a project waits for the limit of its workspace, which it does not share with the others: so many
     * wait at the same time. Each has up to three threads then.
     */
    private static final int PROJECTS_AT_ONCE = 200;

    /** How long an interrupted run may take to its end: its calls are cancelled, so that it has little left to do. */
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final Goal goal;
    private final OrganizationRequest request;
    private final SettingNames names;
    private final ProblemTexts wording;
    private final SharedTransports carriers;
    private final ProgressListener progress;
    private final ValidatedRequest target;
    private final ServiceClients services;
    private final OrganizationSummary report;
    private int told;
    private Duration longestEstimate = Duration.ZERO;

    OrganizationRun(
            Goal goal,
            OrganizationRequest request,
            SettingNames names,
            SharedTransports carriers,
            ProgressListener progress) {
        this.goal = goal;
        this.request = request;
        this.names = names;
        this.wording = new ProblemTexts(request.common().names().orElse(names));
        this.carriers = carriers;
        this.progress = progress;
        // As for a list: what a registration needs besides is judged with the request of each project.
        this.target = ValidatedRequest.of(Goal.LIST, request.common(), wording);
        this.services = new ServiceClients(request.common(), target, carriers);
        this.report = new OrganizationSummary(goal, request, wording);
    }

    /** Runs to its end, whatever becomes of a project. An interrupt ends all of them and stays set. */
    ConnectReport run() {
        List<Problem> mistakes = new ArrayList<>(target.problems());
        mistakes.addAll(ProjectSelection.mistakes(request, wording));
        if (!mistakes.isEmpty()) {
            mistakes.forEach(report::problem);
            return report.finish(ProjectReport.Calls.NONE);
        }
        try (Tasks tasks = Tasks.unbounded()) {
            progress.on(new Progress.Step("Reading the projects of Azure DevOps"));
            SharedLookups sources = SharedLookups.ofMany(goal, services, tasks);
            AzureDevOps azure = services.azure();
            Future<List<AzureProject>> listed = tasks.start(azure::projects);
            try {
                List<AzureProject> projects = Tasks.join(listed);
                sources.projects(projects.stream().map(AzureProject::name).toList());
                ProjectSelection.Found found = new ProjectSelection(goal, request, target, wording).of(projects);
                found.problems().forEach(report::problem);
                runAll(found.jobs(), sources);
                sources.patterns().ifPresent(report::patterns);
            } catch (AzureException e) {
                report.part(organization(AzureFindings.of(Tasks.join(sources.organization())), e));
            }
        } catch (DeadlineExceededException e) {
            report.problem(wording.timeIsOver(request.common().maxDuration().orElseThrow(), ConnectRun.NOTHING_DONE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            report.problem(wording.interrupted());
        }
        return report.finish(services.calls());
    }

    /** Reports that not even the projects are known, and why. What a verdict explains is not said twice. */
    private ConnectReport organization(AzureFindings found, AzureException failure) {
        CheckList verdicts = new CheckList();
        Function<String, Problem> unused = name -> wording.noProjectSeen();
        SignedInToken use = SignedInToken.of(request.common(), found);
        new AzureChecks(found, target, wording, verdicts, unused, TokenChecks.NONE, use).judge("");
        if (verdicts.problems().isEmpty()) {
            verdicts.problem(wording.azureUnavailable(failure));
        }
        ProjectResult part =
                new ProjectResult(goal, request.common(), target.azureUrls().base(), target.organization());
        part.checks(verdicts.checks());
        part.problems(verdicts.problems());
        return part.finish(ProjectReport.Calls.NONE);
    }

    private void runAll(List<ProjectSelection.Job> jobs, SharedLookups sources) throws InterruptedException {
        if (jobs.isEmpty()) {
            return;
        }
        progress.on(new Progress.Step(verb() + (jobs.size() == 1 ? " 1 project" : " " + jobs.size() + " projects")));
        AtomicReferenceArray<ConnectReport> done = new AtomicReferenceArray<>(jobs.size());
        try (Tasks projects = Tasks.atMost(PROJECTS_AT_ONCE)) {
            List<Future<ConnectReport>> started = new ArrayList<>();
            for (int i = 0; i < jobs.size(); i++) {
                int place = i;
                started.add(projects.start(() -> {
                    done.set(place, run(jobs.get(place), sources));
                    return tell(done.get(place), jobs.size());
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
                report.part(part == null ? notBegun(jobs.get(i)) : part);
            }
        }
    }

    private ConnectReport run(ProjectSelection.Job job, SharedLookups sources) {
        ConnectRequest project = job.request();
        ProblemTexts texts = new ProblemTexts(project.names().orElse(names));
        ValidatedRequest where = ValidatedRequest.of(goal, project, texts);
        ServiceClients own = new ServiceClients(project, where, carriers);
        return new ConnectRun(goal, project, where, texts, this::onProject, own, job.origin())
                .runBesideOthers(sources, job.project());
    }

    /**
     * The steps of a project are too many to be reported. That some wait for an import is reported once for all, and how
     * long the run takes by the project that takes longest.
     */
    private void onProject(Progress event) {
        if (event instanceof Progress.Estimate estimate && isLongest(estimate.duration())) {
            progress.on(event);
        }
        if (event instanceof Progress.Waiting waiting) {
            carriers.tell("Aikido is importing new repositories", waiting.duration());
        }
    }

    private synchronized boolean isLongest(Duration estimate) {
        boolean longest = estimate.compareTo(longestEstimate) > 0;
        longestEstimate = longest ? estimate : longestEstimate;
        return longest;
    }

    private ConnectReport notBegun(ProjectSelection.Job job) {
        ProjectResult part =
                new ProjectResult(goal, job.request(), target.azureUrls().base(), target.organization());
        part.known(job.project());
        part.problem(wording.interrupted());
        return part.finish(ProjectReport.Calls.NONE);
    }

    private synchronized ConnectReport tell(ConnectReport part, int total) {
        told++;
        ProjectReport project = part.projects().get(0);
        String name = SafeText.oneLine(project.projectName());
        Object how = project.state() == null ? part.outcome() : project.state();
        progress.on(new Progress.Item(name + ": " + how, told, total));
        return part;
    }

    private String verb() {
        boolean changes = goal == Goal.CONNECT && !request.common().dryRun();
        return changes ? "Connecting" : goal == Goal.CONNECT ? "Planning" : "Comparing";
    }
}
