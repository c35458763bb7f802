package io.github.aikidoconnect.maven.page;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectReportBuilder;
import io.github.aikidoconnect.Goal;
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
import java.time.Instant;
import java.util.List;

/** Reports to show. */
final class Reports {

    static final Problem PARTIAL =
            new Problem(ProblemCode.PARTIAL, "1 of 3 repositories could not be activated.", "Run it again.");

    private Reports() {}

    /** One repository is monitored, and one is not as it should be; one check warns. */
    static ConnectReport partial() {
        return of(
                "Shop Front",
                List.of(
                        repository("shop-web", Action.NONE, Result.DONE),
                        repository("shop-new", Action.SKIP, Result.SKIPPED),
                        repository("shop-api", Action.ACTIVATE, Result.FAILED)),
                List.of(PARTIAL));
    }

    static ConnectReport of(String project, List<RepositoryReport> repositories, List<Problem> problems) {
        List<Check> checks = List.of(
                Check.of(CheckId.TOKEN, CheckStatus.PASSED, "Azure DevOps accepts it."),
                new Check(CheckId.SCOPE_EXCESS, CheckStatus.WARNING, "It may write code, too.", "Take that away."));
        ProjectReport.Summary summary = new ProjectReport.Summary(3, 3, 1, 0, 0, 1, 1);
        ProjectReport.Calls calls = new ProjectReport.Calls(12, 4);
        ProjectReport part = ProjectReportBuilder.builder()
                .azure(new ProjectReport.AzureProject(
                        "https://dev.azure.com", "contoso", new ProjectReport.Project("1", project)))
                .workspace(new ProjectReport.Workspace(7, "Shop", "azure_devops", "contoso"))
                .calls(calls)
                .checks(checks)
                .repositories(repositories)
                .summary(summary)
                .problems(problems)
                .build();
        return ConnectReportBuilder.builder()
                .goal(Goal.CONNECT)
                .outcome(problems.isEmpty() ? Outcome.SUCCESS : Outcome.PARTIAL)
                .startedAt(Instant.EPOCH)
                .finishedAt(Instant.EPOCH)
                .projects(List.of(part))
                .problems(problems)
                .summary(summary)
                .calls(calls)
                .build();
    }

    static RepositoryReport repository(String name, Action action, Result result) {
        return RepositoryReportBuilder.builder()
                .id("1")
                .name(name)
                .kind(RepositoryKind.GIT)
                .url("https://dev.azure.com/contoso/x")
                .defaultBranch("main")
                .state(RepositoryState.ACTIVE)
                .action(action)
                .result(result)
                .aikidoId(1L)
                .reason("This is why.")
                .secretScanning(true)
                .build();
    }
}
