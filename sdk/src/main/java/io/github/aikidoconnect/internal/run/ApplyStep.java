package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Findings;
import io.github.aikidoconnect.FindingsLimits;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.PullRequestChecks;
import io.github.aikidoconnect.Result;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The fourth step of a run: carries out the plan, unless the goal only compares. */
final class ApplyStep {

    private final RunContext context;
    private final ConnectRequest request;
    private final ProblemTexts texts;
    private final Decision decision;
    private final Plan plan;
    private final List<Problem> problems = new ArrayList<>();
    private Optional<ProjectStage> stage = Optional.empty();
    private Optional<Check> connection = Optional.empty();
    private SettingsStep settings;
    private final PullRequestStep pullRequests;
    private final FindingsStep findings;

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
     * @param warnings warnings and notes about the workspace
     * @param findings the findings, empty if they were not read
     */
    record ApplyResult(
            Optional<ProjectStage> stage,
            List<Problem> problems,
            Optional<Check> connection,
            List<CheckList.Warning> warnings,
            Optional<Findings> findings) {}

    ApplyStep(RunContext context, Decision decision) {
        this.context = context;
        this.request = context.request();
        this.texts = context.texts();
        this.decision = decision;
        this.plan = decision.plan();
        this.settings = SettingsStep.none(context, decision);
        this.pullRequests = new PullRequestStep(context, decision.aikido().insights());
        this.findings = new FindingsStep(context, decision.aikido().insights());
    }

    /** Returns the result so far. It is also available after {@link #run} was interrupted. */
    ApplyResult result() {
        List<CheckList.Warning> warnings = new ArrayList<>(pullRequests.notes());
        settings.warning().ifPresent(warnings::add);
        return new ApplyResult(stage, List.copyOf(problems), connection, warnings, findings.findings());
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
        settings = SettingsStep.prepare(context, decision);
        Optional<PullRequestChecks> checks = request.afterConnecting().pullRequestChecks();
        if (checks.isPresent()) {
            pullRequests.run(checks.get());
            problems.addAll(pullRequests.problems());
        }
        if (connects) {
            new RunEstimate(context, settings).announceChanges(plan.changed().size());
        }
        if (!connects || request.dryRun()) {
            if (!connects) {
                new RunEstimate(context, settings).announceReads(findingsReads());
            }
            settings.compare();
            reach(plan);
            problems.addAll(settings.problems());
            reportDrift();
        } else {
            apply();
        }
        readFindings();
    }

    private void readFindings() throws InterruptedException {
        Optional<FindingsLimits> limits = request.afterConnecting().findings();
        boolean changes = context.goal() == Goal.CONNECT && !request.dryRun();
        if (limits.isEmpty() || (context.goal() == Goal.CONNECT && !changes)) {
            return;
        }
        try {
            findings.run(limits.get(), monitored());
            problems.addAll(findings.problems());
        } catch (DeadlineExceededException e) {
            problems.add(texts.run().timeIsOver(request.maxDuration().orElseThrow(), "the findings were not read"));
        }
    }

    private int findingsReads() {
        boolean each = request.afterConnecting().findings().isPresent() && FindingsStep.readsEach(request);
        return each ? plan.monitored() : 0;
    }

    private List<Long> monitored() {
        List<ApplyLog.Entry> entries = stage.map(ProjectStage::entries).orElse(List.of());
        return entries.stream()
                .filter(entry -> entry.plan().selected()
                        && (entry.plan().isMonitored()
                                || (entry.action() == Action.ACTIVATE && entry.result() == Result.DONE)))
                .flatMap(entry -> entry.aikidoId().stream())
                .toList();
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
        stage = Optional.of(new ProjectStage.Planned(settings.applier().addTo(ApplyLog.planned(planned)), true));
    }

    private void apply() throws InterruptedException {
        boolean disconnected = decision.workspace().isDisconnected();
        Applier applier = new Applier(decision.aikido(), plan, applierSettings(), context.progress());
        try {
            if (HandoverRule.applies(
                    context, decision.workspace(), decision.found().token())) {
                applier.handOver(request.azureToken().orElseThrow(), disconnected);
            }
            applier.apply();
            settings.applier().apply(applier.monitored());
            applier.confirm(request.verify(), settings.applier().expectation());
        } catch (DeadlineExceededException e) {
            problems.add(texts.run()
                    .timeIsOver(
                            request.maxDuration().orElseThrow(),
                            remaining(
                                    applier.remaining() + settings.applier().remaining(),
                                    plan.changed().size() + settings.applier().size())));
        } finally {
            Applied applied = applier.applied();
            stage = Optional.of(new ProjectStage.Applied(settings.applier().addTo(applied.entries())));
            if (applied.handedOver()) {
                HandoverCheck check = new HandoverCheck(texts, applied.errorsAfterHandover(), disconnected);
                connection = check.connection();
                check.problem().ifPresent(problems::add);
            }
            problems.addAll(new ApplyProblems(texts, request).problems(applied));
            settings.problems().stream()
                    .filter(problem -> !problems.contains(problem))
                    .forEach(problems::add);
        }
    }

    private Applier.Settings applierSettings() {
        ServiceClients clients = context.clients();
        ProjectAddress address = decision.found().address().orElseThrow();
        return new Applier.Settings(
                list -> finder(list, address),
                new ImportPolling.Patience(request.syncTimeout(), clients.callEvery(), clients.time()),
                request.scan(),
                decision.writesAtATime(),
                settings.applier()::activated);
    }

    private static String remaining(int remaining, int changes) {
        return remaining == 0
                ? "all changes were made, but it was not confirmed that Aikido has them"
                : remaining + " of " + Text.count(changes, "change", "changes")
                        + (remaining == 1 ? " remains" : " remain");
    }

    private void reportDrift() {
        if (request.failOnDrift()
                && context.goal() == Goal.STATUS
                && !plan.drift().isEmpty()) {
            problems.add(texts.run().drift(names(plan.drift())));
        }
        if (request.failOnDrift()
                && context.goal() == Goal.STATUS
                && !settings.drift().isEmpty()) {
            problems.add(new SettingsTexts(texts.names()).drift(names(settings.drift())));
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
