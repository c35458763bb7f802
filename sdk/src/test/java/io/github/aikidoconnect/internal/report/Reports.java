package io.github.aikidoconnect.internal.report;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectReportBuilder;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.GoalResult;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectReportBuilder;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.RepositoryReportBuilder;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.TokenReport.Change;
import io.github.aikidoconnect.TokenReport.Expiry;
import io.github.aikidoconnect.TokenReport.Fit;
import io.github.aikidoconnect.TokenReportBuilder;
import java.time.Instant;
import java.util.List;

/** Reports made by hand, so that each line of their two forms is known beforehand. */
public final class Reports {

    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    static final Problem SCOPE = new Problem(ProblemCode.AZURE_SCOPE_MISSING, "Code: Read is missing.", "Tick it.");

    static final List<Check> CHECKS = List.of(
            Check.of(CheckId.TOKEN, CheckStatus.PASSED, "Azure DevOps accepts it."),
            new Check(CheckId.AIKIDO_CONNECTION, CheckStatus.WARNING, "It is broken.", "Mend it."),
            new Check(CheckId.SCOPE_CODE, CheckStatus.FAILED, SCOPE.message(), SCOPE.fix()));

    static final List<RepositoryReport> ROWS = List.of(
            row("web", Action.NONE, Result.DONE, "Aikido monitors it."),
            row("api", Action.ACTIVATE, Result.DONE, "It was not monitored until now."),
            row("old", Action.DEACTIVATE, Result.SKIPPED, "An exclude matches it."),
            row("empty", Action.SKIP, Result.SKIPPED, "It is empty."),
            row("late", Action.WAIT, Result.FAILED, "Aikido did not list it in time."));

    private Reports() {}

    /** What a run found out about a project. */
    public record Content(
            List<Check> checks,
            List<RepositoryReport> repositories,
            List<Problem> problems,
            ProjectReport.Summary summary) {}

    public static ConnectReport of(Goal goal, boolean dryRun, Outcome outcome, Content content) {
        ProjectReport.Calls calls = new ProjectReport.Calls(12, 4);
        ProjectReport part = ProjectReportBuilder.builder()
                .azure(new ProjectReport.AzureProject(
                        "https://dev.azure.com", "contoso", new ProjectReport.Project("id-1", "Shop Front")))
                .workspace(new ProjectReport.Workspace(4711, "Shop", "azure_devops", "contoso"))
                .checks(content.checks())
                .repositories(content.repositories())
                .problems(content.problems())
                .summary(content.summary())
                .calls(calls)
                .build();
        return ConnectReportBuilder.builder()
                .goal(goal)
                .dryRun(dryRun)
                .outcome(outcome)
                .startedAt(START)
                .finishedAt(START.plusMillis(1500))
                .projects(List.of(part))
                .problems(content.problems())
                .summary(content.summary())
                .calls(calls)
                .build();
    }

    /** Of a run that connects a project. */
    public static ConnectReport connect(List<Check> checks, List<RepositoryReport> rows, List<Problem> problems) {
        return of(
                Goal.CONNECT, false, Outcome.PARTIAL, new Content(checks, rows, problems, ProjectReport.Summary.NONE));
    }

    /** Of a run about tokens, which has no project and may have no workspace. */
    public static ConnectReport of(List<TokenReport> tokens, boolean dryRun) {
        ProjectReport.Calls calls = new ProjectReport.Calls(2, 0);
        ProjectReport part = ProjectReportBuilder.builder()
                .azure(new ProjectReport.AzureProject("https://dev.azure.com", "contoso", null))
                .calls(calls)
                .build();
        return ConnectReportBuilder.builder()
                .goal(Goal.TOKEN)
                .dryRun(dryRun)
                .outcome(Outcome.SUCCESS)
                .startedAt(START)
                .finishedAt(START.plusMillis(1500))
                .projects(List.of(part))
                .calls(calls)
                .goalResult(new GoalResult.Tokens(tokens))
                .build();
    }

    public static TokenReport token(String name, Fit fit, Expiry expiry, Change change) {
        return TokenReportBuilder.builder()
                .id("28447be0-87d5-313d-8baf-13d300f8fa9e")
                .name(name)
                .scopes(List.of("vso.code", "vso.profile"))
                .validFrom(START)
                .validTo(Instant.parse("2027-01-30T08:00:00Z"))
                .fit(fit)
                .expiry(expiry)
                .change(change)
                .reason("Because.")
                .build();
    }

    public static RepositoryReport row(String name, Action action, Result result, String reason) {
        return RepositoryReportBuilder.builder()
                .id("id-of-" + name.length())
                .name(name)
                .kind(RepositoryKind.GIT)
                .url("https://dev.azure.com/contoso/Shop%20Front/_git/x")
                .defaultBranch("main")
                .state(RepositoryState.ACTIVE)
                .action(action)
                .result(result)
                .aikidoId(7L)
                .reason(reason)
                .secretScanning(true)
                .build();
    }
}
