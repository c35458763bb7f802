package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.apply.Applied;
import io.github.aikidoconnect.internal.apply.Applier;
import io.github.aikidoconnect.internal.apply.ApplyLog;
import io.github.aikidoconnect.internal.apply.ImportPolling;
import io.github.aikidoconnect.internal.limit.DeadlineExceededException;
import io.github.aikidoconnect.internal.plan.Matching;
import io.github.aikidoconnect.internal.plan.Plan;
import io.github.aikidoconnect.internal.plan.ProjectAddress;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import io.github.aikidoconnect.internal.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Does what a run has decided on, where it is to be done, and reports what became of it. */
final class ApplyStep {

    /** What takes less is not worth a line. */
    private static final Duration LONG_RUN = Duration.ofMinutes(2);

    private final Goal goal;
    private final ConnectRequest request;
    private final ProblemTexts wording;
    private final ProgressListener progress;
    private final ServiceClients services;
    private final ProjectResult report;
    private final CheckList verdicts;
    private final boolean mayBeEmpty;

    /**
     * What was decided.
     *
     * @param plan what to do with each repository
     * @param aikido the workspace
     * @param disconnected whether its connection to the source code is broken
     * @param linked whether it says that it is linked to the organization
     * @param place the project
     * @param writesAtATime how many calls to have under way
     * @param token what the token may be used for
     */
    record Decision(
            Plan plan,
            Aikido aikido,
            boolean disconnected,
            boolean linked,
            ProjectAddress place,
            int writesAtATime,
            SignedInToken token) {}

    /**
     * @param mayBeEmpty whether a project without any repository is no problem: nobody named it
     */
    ApplyStep(
            Goal goal,
            ConnectRequest request,
            ProblemTexts wording,
            ProgressListener progress,
            ServiceClients services,
            ProjectResult report,
            CheckList verdicts,
            boolean mayBeEmpty) {
        this.goal = goal;
        this.request = request;
        this.wording = wording;
        this.progress = progress;
        this.services = services;
        this.report = report;
        this.verdicts = verdicts;
        this.mayBeEmpty = mayBeEmpty;
    }

    void carryOut(Decision decision) throws InterruptedException {
        Plan plan = decision.plan();
        if (goal == Goal.CONNECT && request.prune() && !decision.token().listsEverything()) {
            report.problem(wording.notPruned());
        }
        if (!plan.selectsAny()) {
            report.planned(ApplyLog.planned(plan.unpruned()));
            int found = (int) plan.repositories().stream()
                    .filter(repository -> repository.azure().isPresent())
                    .count();
            if (mayBeEmpty && found == 0) {
                reportDrift(plan);
            } else {
                report.problem(wording.nothingSelected(found));
            }
            return;
        }
        if (plan.pruning() == Plan.Pruning.REFUSED) {
            report.problem(wording.pruneLimit(plan.stale().size(), plan.monitored(), request.pruneLimit()));
        }
        if (plan.pruning() == Plan.Pruning.UNCLEAR) {
            report.problem(wording.unknownIds(
                    plan.withUnknownIds().stream().map(RepositoryPlan::name).toList()));
        }
        if (goal == Goal.CONNECT && !plan.unclear().isEmpty()) {
            report.problem(wording.unclear(
                    plan.unclear().stream().map(RepositoryPlan::name).toList()));
        }
        if (goal == Goal.STATUS || request.dryRun()) {
            if (goal == Goal.CONNECT) {
                announce(plan.changed().size());
            }
            report.planned(ApplyLog.planned(plan));
            reportDrift(plan);
            return;
        }
        announce(plan.changed().size());
        Applier applier = new Applier(
                decision.aikido(),
                plan,
                list -> finder(list, decision.place()),
                request.scan(),
                new ImportPolling.Patience(request.syncTimeout(), services.callEvery(), services.time()),
                decision.writesAtATime(),
                progress);
        try {
            if (HandoverRule.applies(request, decision.disconnected(), decision.linked(), decision.token())) {
                applier.handOver(request.azureToken().orElseThrow(), decision.disconnected());
            }
            applier.apply();
            applier.confirm(request.verify());
        } catch (DeadlineExceededException e) {
            report.problem(wording.timeIsOver(
                    request.maxDuration().orElseThrow(),
                    remaining(applier.remaining(), plan.changed().size())));
        } finally {
            Applied applied = applier.applied();
            report.applied(applied.entries());
            if (applied.handedOver()) {
                new HandoverCheck(wording, verdicts)
                        .judge(applied, decision.disconnected())
                        .ifPresent(report::problem);
                report.checks(verdicts.checks());
            }
            report.problems(new ApplyProblems(wording, request).problems(applied));
        }
    }

    private static String remaining(int remaining, int changes) {
        return remaining == 0
                ? "everything was done, but it was not confirmed that Aikido has it"
                : remaining + " of " + changes + " changes remain";
    }

    /** Says in advance how long the limit makes a long run take: its first calls pass at once. */
    private void announce(int changes) {
        long calls = request.scan() ? 2L * changes : changes;
        Duration estimate = services.callEvery().multipliedBy(calls);
        if (estimate.compareTo(LONG_RUN) < 0) {
            return;
        }
        String text = changes + " changes " + (request.dryRun() ? "would take" : "take")
                + " about " + estimate.toMinutes() + " minutes at Aikido's limit of " + request.callsPerMinute()
                + " calls a minute";
        Optional<Duration> most = request.maxDuration().filter(longest -> longest.compareTo(estimate) < 0);
        progress.on(new Progress.Estimate(
                text
                        + most.map(longest -> "; this run ends after " + Text.minutes(longest)
                                        + ", and the next one continues")
                                .orElse(""),
                estimate));
    }

    private void reportDrift(Plan plan) {
        if (request.failOnDrift() && goal == Goal.STATUS && !plan.drift().isEmpty()) {
            report.problem(wording.drift(
                    plan.drift().stream().map(RepositoryPlan::name).toList()));
        }
    }

    private static Function<RepositoryPlan, Optional<CodeRepository>> finder(
            List<CodeRepository> list, ProjectAddress place) {
        Matching matching = new Matching(list);
        return repository -> repository.azure().flatMap(azure -> matching.find(azure, place));
    }
}
