package io.github.aikidoconnect.internal.report;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.TokenReport.Change;
import io.github.aikidoconnect.TokenReport.Expiry;
import io.github.aikidoconnect.TokenReport.Fit;
import java.time.Instant;
import java.util.List;

/** Reports made by hand, so that each line of their two forms is known beforehand. */
public final class Reports {

    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    private Reports() {}

    public static ConnectReport of(
            Goal goal,
            boolean dryRun,
            Outcome outcome,
            List<Check> checks,
            List<RepositoryReport> repositories,
            List<Problem> problems,
            ProjectReport.Summary summary) {
        ProjectReport.Calls calls = new ProjectReport.Calls(12, 4);
        ProjectReport part = new ProjectReport(
                new ProjectReport.AzureProject(
                        "https://dev.azure.com", "contoso", new ProjectReport.Project("id-1", "Shop Front")),
                new ProjectReport.Workspace(4711, "Shop", "azure_devops", "contoso"),
                checks,
                repositories,
                problems,
                summary,
                calls);
        return new ConnectReport(
                goal, dryRun, outcome, START, START.plusMillis(1500), List.of(part), problems, summary, calls, false);
    }

    /** Of a run about tokens, which has no project and may have no workspace. */
    public static ConnectReport of(List<TokenReport> tokens, boolean dryRun) {
        ProjectReport.Calls calls = new ProjectReport.Calls(2, 0);
        ProjectReport part = new ProjectReport(
                new ProjectReport.AzureProject("https://dev.azure.com", "contoso", null),
                null,
                List.of(),
                List.of(),
                List.of(),
                ProjectReport.Summary.NONE,
                calls);
        return new ConnectReport(
                Goal.TOKEN,
                dryRun,
                Outcome.SUCCESS,
                START,
                START.plusMillis(1500),
                List.of(part),
                List.of(),
                ProjectReport.Summary.NONE,
                calls,
                false,
                tokens,
                null);
    }

    public static TokenReport token(String name, Fit fit, Expiry expiry, Change change) {
        return new TokenReport(
                "28447be0-87d5-313d-8baf-13d300f8fa9e",
                name,
                List.of("vso.code", "vso.profile"),
                START,
                Instant.parse("2027-01-30T08:00:00Z"),
                false,
                fit,
                List.of(),
                List.of(),
                expiry,
                change,
                "Because.");
    }

    public static RepositoryReport row(String name, Action action, Result result, String reason) {
        return new RepositoryReport(
                "id-of-" + name.length(),
                name,
                RepositoryKind.GIT,
                "https://dev.azure.com/contoso/Shop%20Front/_git/x",
                "main",
                RepositoryState.ACTIVE,
                action,
                result,
                7L,
                reason,
                true);
    }
}
