package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.RepositoryReportBuilder;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.SettingReport;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.apply.ApplyLog;
import io.github.aikidoconnect.internal.apply.SettingResult;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import io.github.aikidoconnect.internal.plan.Freshness;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the report's rows of repositories, and counts them. */
final class RepositoryRows {

    private final Freshness freshness;

    RepositoryRows(Freshness freshness) {
        this.freshness = freshness;
    }

    /** Returns the row of a repository with a plan. */
    RepositoryReport row(ApplyLog.Entry entry) {
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
                .settings(entry.settings().stream().map(RepositoryRows::setting).toList())
                .build();
    }

    private static SettingReport setting(SettingResult setting) {
        return new SettingReport(
                setting.change().key().toString(),
                setting.change().from().orElse(null),
                setting.change().to(),
                setting.result());
    }

    private RepositoryReport.InAikido inAikido(CodeRepository entry, RepositoryPlan plan) {
        return new RepositoryReport.InAikido(
                entry.traits().branch().orElse(null),
                entry.lastScan().at().orElse(null),
                freshness.judge(entry),
                entry.traits().sensitivity().orElse(null),
                entry.traits().connectivity().orElse(null),
                entry.traits().labels().orElse(List.of()),
                plan.isSwitchedOff());
    }

    /** Returns the row of a repository without a plan. */
    static RepositoryReport row(AzureRepository azure, Action action, Result result, String reason) {
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

    /**
     * Counts the rows of a plan.
     *
     * @param found the number of repositories that Azure DevOps lists
     */
    static ProjectReport.Summary summary(int found, List<ApplyLog.Entry> entries) {
        return new ProjectReport.Summary(
                found,
                count(entries.stream().filter(entry -> entry.plan().selected())),
                count(entries.stream()
                        .filter(entry -> entry.plan().selected() && entry.plan().isMonitored())),
                count(entries.stream()
                        .filter(entry -> isCarriedOut(entry, Action.ACTIVATE) || isCarriedOut(entry, Action.WAIT))),
                count(entries.stream().filter(entry -> isCarriedOut(entry, Action.DEACTIVATE))),
                count(entries.stream().flatMap(RepositoryRows::leftOut).distinct()),
                count(entries.stream().filter(entry -> entry.result() == Result.FAILED)));
    }

    /** Returns whether an action was done, or is planned by a run that changes nothing. */
    private static boolean isCarriedOut(ApplyLog.Entry entry, Action action) {
        return entry.action() == action && (entry.result() == Result.DONE || entry.result() == Result.PLANNED);
    }

    /** Returns the repository that an entry leaves out, empty if Azure DevOps does not list it. */
    private static Stream<AzureRepository> leftOut(ApplyLog.Entry entry) {
        return entry.result() == Result.SKIPPED ? entry.plan().azure().stream() : Stream.empty();
    }

    private static int count(Stream<?> rows) {
        return (int) rows.count();
    }
}
