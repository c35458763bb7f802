package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.apply.ApplyLog;
import io.github.aikidoconnect.internal.apply.SettingsApplier;
import io.github.aikidoconnect.internal.apply.SettingsFailures;
import io.github.aikidoconnect.internal.limit.DeadlineExceededException;
import io.github.aikidoconnect.internal.plan.Plan;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import io.github.aikidoconnect.internal.plan.SettingsPlan;
import io.github.aikidoconnect.internal.plan.TeamDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The part of the last step that concerns the settings of repositories. */
final class SettingsStep {

    private final RunContext context;
    private final SettingsPlan plan;
    private final SettingsApplier applier;
    private final SettingsTexts texts;
    private final List<Problem> problems;

    private SettingsStep(RunContext context, ApplyStep.Decision decision, Prepared prepared) {
        this.context = context;
        this.plan = prepared.plan();
        this.problems = prepared.problems();
        this.texts = new SettingsTexts(context.texts().names());
        boolean changes = context.goal() == Goal.CONNECT && !context.request().dryRun();
        this.applier = new SettingsApplier(
                decision.aikido(),
                plan,
                new SettingsApplier.Conditions(prepared.teams(), decision.writesAtATime(), changes, firstPage(plan)),
                context.progress());
    }

    /** A run with a time limit may not reach all pages, so that each begins with another one. */
    private int firstPage(SettingsPlan comparing) {
        return context.request().maxDuration().isPresent() && !comparing.items().isEmpty()
                ? ThreadLocalRandom.current().nextInt(comparing.items().size())
                : 0;
    }

    private record Prepared(SettingsPlan plan, TeamDirectory teams, List<Problem> problems) {}

    /** Compares the settings with Aikido's list and, if a team is wanted, with its teams. */
    static SettingsStep prepare(RunContext context, ApplyStep.Decision decision) throws InterruptedException {
        SettingsPlan plan = SettingsPlan.of(
                decision.plan(),
                context.validated().settings(),
                decision.found().address().orElseThrow());
        List<Problem> problems = new ArrayList<>();
        TeamDirectory teams = new TeamDirectory(List.of());
        if (plan.wantsTeams()) {
            try {
                teams = new TeamDirectory(decision.aikido().teams().all());
                plan = plan.withTeams(teams, context.request().afterConnecting().createTeams());
            } catch (AikidoException e) {
                problems.add(context.texts().aikido().of(e));
            }
        }
        return new SettingsStep(context, decision, new Prepared(plan, teams, problems));
    }

    /** Returns a step without settings. */
    static SettingsStep none(RunContext context, ApplyStep.Decision decision) {
        return new SettingsStep(
                context,
                decision,
                new Prepared(
                        SettingsPlan.of(
                                new Plan(List.of(), Plan.Pruning.OFF),
                                context.validated().settings(),
                                decision.found().address().orElseThrow()),
                        new TeamDirectory(List.of()),
                        new ArrayList<>()));
    }

    SettingsApplier applier() {
        return applier;
    }

    /** Returns the number of changes, as far as they are known before the pages are read. */
    int writes() {
        return plan.changes()
                + plan.items().stream()
                        .filter(item -> !item.repository().isMonitored())
                        .mapToInt(item -> item.wanted().excludePaths().size())
                        .sum();
    }

    /** Returns the number of pages to read. */
    int pages() {
        return plan.pages();
    }

    /** Compares the excluded paths in a run that changes nothing. */
    void compare() throws InterruptedException {
        try {
            applier.compare();
        } catch (DeadlineExceededException e) {
            problems.add(context.texts()
                    .run()
                    .timeIsOver(context.request().maxDuration().orElseThrow(), "not all excluded paths were compared"));
        }
    }

    /** Returns the repositories that Aikido monitors and whose settings differ. */
    List<RepositoryPlan> drift() {
        return applier
                .addTo(ApplyLog.planned(new Plan(
                        plan.items().stream()
                                .map(SettingsPlan.Item::repository)
                                .filter(RepositoryPlan::isMonitored)
                                .toList(),
                        Plan.Pruning.OFF)))
                .stream()
                .filter(entry -> !entry.settings().isEmpty())
                .map(ApplyLog.Entry::plan)
                .toList();
    }

    /** Returns the warning about teams that cannot be linked, empty if there is none. */
    Optional<CheckList.Warning> warning() {
        return plan.teams().imported().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CheckList.Warning(texts.importedTeams(plan.teams().imported()), texts.importedTeamsFix()));
    }

    /** Returns the problems of the comparison and of the changes so far. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        if (!plan.teams().unknown().isEmpty()) {
            all.add(texts.unknownTeams(plan.teams().unknown()));
        }
        if (!plan.teams().ambiguous().isEmpty()) {
            all.add(texts.ambiguousTeams(plan.teams().ambiguous()));
        }
        List<String> withoutLabels = names(plan.items().stream()
                .filter(item -> item.wanted().hidesLabels(item.repository().aikido()))
                .map(SettingsPlan.Item::repository)
                .toList());
        if (!withoutLabels.isEmpty()) {
            all.add(texts.labelsUnknown(withoutLabels));
        }
        SettingsFailures failures = applier.failures();
        ApplyProblems.byKind(failures.writes())
                .forEach((failure, repositories) -> all.add(
                        switch (failure.kind()) {
                            case NOT_FOUND, REFUSED -> context.texts().aikido().failed(names(repositories), failure);
                            default -> context.texts().aikido().of(failure);
                        }));
        ApplyProblems.byKind(failures.pages())
                .forEach((failure, repositories) -> all.add(texts.pagesUnread(names(repositories), failure)));
        if (!failures.missed().isEmpty()) {
            all.add(texts.missed(names(failures.missed())));
        }
        if (!failures.contradicted().isEmpty()) {
            all.add(context.texts().aikido().contradicted(names(failures.contradicted())));
        }
        return all;
    }

    private static List<String> names(List<RepositoryPlan> repositories) {
        return ApplyProblems.names(repositories);
    }
}
