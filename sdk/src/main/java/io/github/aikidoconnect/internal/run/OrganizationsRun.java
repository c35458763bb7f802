package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.internal.limit.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A run for several organizations. Each has a run of its own; only their projects are compared before anything is changed,
 * and one report covers all.
 */
final class OrganizationsRun {

    /** Each project of a run has up to three threads, so that there must not be any number of them. */
    private static final int LEAST_PROJECTS_AT_ONCE = 50;

    /** The time that the interrupted runs may take to end: longer than the one that each of them gives its projects. */
    private static final Duration LONGEST_END = Duration.ofSeconds(15);

    private final Goal goal;
    private final ProblemTexts texts;
    private final List<OrganizationRun> runs = new ArrayList<>();

    OrganizationsRun(Goal goal, List<OrganizationRequest> requests, RunContext.Common common) {
        this.goal = goal;
        this.texts = new ProblemTexts(common.names());
        int atOnce = Math.max(LEAST_PROJECTS_AT_ONCE, OrganizationRun.PROJECTS_AT_ONCE / Math.max(1, requests.size()));
        for (OrganizationRequest request : requests) {
            RunContext.Common own = common.forOrganization(request.common().maxDuration());
            String name = own.of(goal, request.common(), Goal.LIST).address().organizationName();
            runs.add(new OrganizationRun(goal, request, own.reportingTo(named(name, common.progress())), atOnce));
        }
    }

    /** Runs to its end, also if an organization fails. An interrupt ends the runs of all organizations and stays set. */
    ConnectReport run() {
        OrganizationsSummary summary = new OrganizationsSummary(goal, texts);
        List<Problem> mistakes = new OrganizationRules(texts).mistakes(runs);
        if (!mistakes.isEmpty()) {
            mistakes.forEach(summary::problem);
            runs.forEach(run -> summary.notBegun(run.context()));
            return summary.finish();
        }
        AtomicReferenceArray<ConnectReport> done = new AtomicReferenceArray<>(runs.size());
        try {
            forEach(place -> runs.get(place).select());
            SharedClients.refuseOnSeveralServers(runs, texts);
            if (goal == Goal.CONNECT) {
                SharedClients.refuseAcross(runs, texts);
            }
            forEach(place -> done.set(place, runs.get(place).complete()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            runs.forEach(OrganizationRun::close);
        }
        for (int place = 0; place < runs.size(); place++) {
            OrganizationRun run = runs.get(place);
            ConnectReport report = done.get(place);
            if (report == null) {
                report = run.isEnded() ? run.complete() : run.notCompleted();
            }
            summary.organization(run.context(), report);
        }
        return summary.finish();
    }

    /** Does a part of the run of an organization. */
    private interface Part {

        void run(int place);
    }

    /** Does a part of the run for all organizations at once. An unexpected exception ends one of them. */
    private void forEach(Part part) throws InterruptedException {
        try (Tasks tasks = Tasks.unbounded()) {
            List<Future<Integer>> started = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                int place = i;
                started.add(tasks.start(() -> guarded(part, place)));
            }
            try {
                for (Future<Integer> each : started) {
                    Tasks.join(each);
                }
            } finally {
                tasks.end(LONGEST_END);
            }
        }
    }

    private int guarded(Part part, int place) {
        try {
            part.run(place);
        } catch (RuntimeException | Error e) {
            runs.get(place).broken(e);
        }
        return place;
    }

    /** Adds the name of an organization to the progress of its run. */
    private static ProgressListener named(String organization, ProgressListener progress) {
        String prefix = organization + ": ";
        return event -> {
            if (event instanceof Progress.Step step) {
                progress.on(new Progress.Step(prefix + step.message()));
            } else if (event instanceof Progress.Item item) {
                progress.on(new Progress.Item(prefix + item.message(), item.done(), item.total()));
            } else if (event instanceof Progress.Estimate estimate) {
                progress.on(new Progress.Estimate(prefix + estimate.message(), estimate.duration()));
            } else {
                progress.on(event);
            }
        };
    }
}
