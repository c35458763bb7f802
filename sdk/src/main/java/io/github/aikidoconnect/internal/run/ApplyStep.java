package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.AikidoFindings;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The fourth step of a run: carries out the plan, unless the goal only compares. */
final class ApplyStep {

    /** A run that takes less time is not announced. */
    private static final Duration LONG_RUN = Duration.ofMinutes(2);

    private final RunContext context;
    private final ConnectRequest request;
    private final ProblemTexts texts;
    private final Decision decision;
    private final Plan plan;
    private final List<Problem> problems = new ArrayList<>();
    private Optional<ProjectStage> stage = Optional.empty();
    private Optional<Check> connection = Optional.empty();

    /**
     * The result of the steps before.
     *
     * @param plan the plan for each repository
     * @param aikido the client of the workspace
     * @param workspace what Aikido reported about the workspace
     * @param found what was found in Azure DevOps
     * @param writesAtATime the number of calls that may be under way at the same time
     * @param mayBeEmpty whether a project without any repository is no problem, because the request does not name it
     */
    record Decision(
            Plan plan,
            Aikido aikido,
            AikidoFindings workspace,
            ProjectFindings found,
            int writesAtATime,
            boolean mayBeEmpty) {}

    /**
     * The result of this step, also of one that was interrupted.
     *
     * @param stage the stage that the run has reached, empty if this step did not get so far
     * @param problems what went wrong
     * @param connection the check of the workspace's connection after a handover, empty if it stays as it is
     */
    record ApplyResult(Optional<ProjectStage> stage, List<Problem> problems, Optional<Check> connection) {}

    ApplyStep(RunContext context, Decision decision) {
        this.context = context;
        this.request = context.request();
        this.texts = context.texts();
        this.decision = decision;
        this.plan = decision.plan();
    }

    /** Returns the result so far. It is also available after {@link #run} was interrupted. */
    ApplyResult result() {
        return new ApplyResult(stage, List.copyOf(problems), connection);
    }

    void run() throws InterruptedException {
        boolean connects = context.goal() == Goal.CONNECT;
        if (context.prunes() && !decision.found().token().listsEverything()) {
            problems.add(texts.azure().notPruned());
        }
        if (!plan.selectsAny()) {
            reportEmptySelection();
            return;
        }
        if (plan.pruning() == Plan.Pruning.REFUSED) {
            problems.add(texts.run().pruneLimit(plan.stale().size(), plan.monitored(), request.pruneLimit()));
        }
        if (plan.pruning() == Plan.Pruning.UNCLEAR) {
            problems.add(texts.run().unknownIds(names(plan.withUnknownIds())));
        }
        if (connects && !plan.unclear().isEmpty()) {
            problems.add(texts.run().unclear(names(plan.unclear())));
        }
        if (connects) {
            announce(plan.changed().size());
        }
        if (!connects || request.dryRun()) {
            reach(plan);
            reportDrift();
        } else {
            apply();
        }
    }

    private void reportEmptySelection() {
        reach(plan.unpruned());
        int found = (int) plan.repositories().stream()
                .filter(repository -> repository.azure().isPresent())
                .count();
        if (decision.mayBeEmpty() && found == 0) {
            reportDrift();
        } else {
            problems.add(texts.run().nothingSelected(found));
        }
    }

    private void reach(Plan planned) {
        stage = Optional.of(new ProjectStage.Planned(ApplyLog.planned(planned), true));
    }

    private void apply() throws InterruptedException {
        boolean disconnected = decision.workspace().isDisconnected();
        Applier applier = new Applier(decision.aikido(), plan, settings(), context.progress());
        try {
            if (HandoverRule.applies(
                    context, decision.workspace(), decision.found().token())) {
                applier.handOver(request.azureToken().orElseThrow(), disconnected);
            }
            applier.apply();
            applier.confirm(request.verify());
        } catch (DeadlineExceededException e) {
            problems.add(texts.run()
                    .timeIsOver(
                            request.maxDuration().orElseThrow(),
                            remaining(applier.remaining(), plan.changed().size())));
        } finally {
            Applied applied = applier.applied();
            stage = Optional.of(new ProjectStage.Applied(applied.entries()));
            if (applied.handedOver()) {
                HandoverCheck check = new HandoverCheck(texts, applied.errorsAfterHandover(), disconnected);
                connection = check.connection();
                check.problem().ifPresent(problems::add);
            }
            problems.addAll(new ApplyProblems(texts, request).problems(applied));
        }
    }

    private Applier.Settings settings() {
        ServiceClients clients = context.clients();
        ProjectAddress address = decision.found().address().orElseThrow();
        return new Applier.Settings(
                list -> finder(list, address),
                new ImportPolling.Patience(request.syncTimeout(), clients.callEvery(), clients.time()),
                request.scan(),
                decision.writesAtATime());
    }

    private static String remaining(int remaining, int changes) {
        return remaining == 0
                ? "all changes were made, but it was not confirmed that Aikido has them"
                : remaining + " of " + Text.count(changes, "change", "changes")
                        + (remaining == 1 ? " remains" : " remain");
    }

    /** Announces how long a long run will take at the rate limit. */
    private void announce(int changes) {
        long calls = request.scan() ? 2L * changes : changes;
        Duration estimate = context.clients().callEvery().multipliedBy(calls);
        if (estimate.compareTo(LONG_RUN) < 0) {
            return;
        }
        String text = Text.count(changes, "change", "changes")
                + (request.dryRun() ? " would take" : changes == 1 ? " takes" : " take")
                + " about " + estimate.toMinutes() + " minutes at Aikido's limit of "
                + Text.count(request.callsPerMinute(), "call", "calls") + " a minute";
        Optional<Duration> most = request.maxDuration().filter(longest -> longest.compareTo(estimate) < 0);
        context.progress()
                .on(new Progress.Estimate(
                        text
                                + most.map(longest -> "; this run ends after " + Text.minutes(longest)
                                                + ", and the next one continues")
                                        .orElse(""),
                        estimate));
    }

    private void reportDrift() {
        if (request.failOnDrift()
                && context.goal() == Goal.STATUS
                && !plan.drift().isEmpty()) {
            problems.add(texts.run().drift(names(plan.drift())));
        }
    }

    private static List<String> names(List<RepositoryPlan> repositories) {
        return repositories.stream().map(RepositoryPlan::name).toList();
    }

    private static Function<RepositoryPlan, Optional<CodeRepository>> finder(
            List<CodeRepository> list, ProjectAddress place) {
        Matching matching = new Matching(list);
        return repository -> repository.azure().flatMap(azure -> matching.find(azure, place));
    }
}
