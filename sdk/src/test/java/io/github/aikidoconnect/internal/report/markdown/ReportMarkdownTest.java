package io.github.aikidoconnect.internal.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectReportBuilder;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectReportBuilder;
import io.github.aikidoconnect.ProjectState;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.TokenReport.Change;
import io.github.aikidoconnect.TokenReport.Expiry;
import io.github.aikidoconnect.TokenReport.Fit;
import io.github.aikidoconnect.internal.report.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The Markdown of reports that the run page of one project does not show. */
class ReportMarkdownTest {

    private static final Check WARNING =
            new Check(CheckId.SCOPE_EXCESS, CheckStatus.WARNING, "It may write code, too.", "Remove that scope.");

    private static final Problem PARTIAL = new Problem(ProblemCode.PARTIAL, "One failed.", "Run it again.");

    @Test
    void showsTheProjectsOfAnOrganizationWithProblemsFirst() {
        ConnectReport report = several(Goal.CONNECT)
                .projects(List.of(
                        project("Shop", List.of(), row("web", Action.NONE, Result.DONE)),
                        project("Payments", List.of(PARTIAL), row("api", Action.ACTIVATE, Result.FAILED))))
                .problems(List.of(PARTIAL))
                .build();

        assertThat(report.toMarkdown()).isEqualTo("""
                        ## Aikido connect

                        **partial**. 0 found, 0 selected, 0 already monitored, 0 activated, 0 deactivated, 0 skipped, 0 failed.

                        **PARTIAL** One failed. **Run it again.**

                        | Project | Status | Repositories | Monitored |
                        | --- | --- | --- | --- |
                        | Payments | 1 problem | 1 | 0 |
                        | Shop | no problem | 1 | 1 |

                        All checks passed in 0 of 2 projects.

                        | Status | Check | Result | What to do | Where |
                        | --- | --- | --- | --- | --- |
                        | warning | scope.excess | It may write code, too. | Remove that scope. | 2 projects |

                        | Project | Repository | Action | Result | Why |
                        | --- | --- | --- | --- | --- |
                        | Payments | api | activate | failed | Because. |
                        """);
    }

    @Test
    void showsTheCoverageWithTheWorstStateFirst() {
        ConnectReport report = several(Goal.COVERAGE)
                .projects(
                        List.of(covered("Shop", ProjectState.CONNECTED), covered("Payments", ProjectState.UNCONNECTED)))
                .goalResult(new Coverage(2, 1, 4, 2, 50))
                .build();

        assertThat(report.toMarkdown())
                .contains("**partial**. 2 of 4 repositories monitored, 50.0 %; 1 of 2 projects connected.")
                .containsSubsequence("| Payments | unconnected |", "| Shop | connected |");
    }

    @Test
    void listsNoMoreProjectsThanAPersonReads() {
        ConnectReport report = several(Goal.LIST)
                .projects(IntStream.range(0, 120)
                        .mapToObj(number -> project("Project " + number, List.of()))
                        .toList())
                .build();

        assertThat(report.toMarkdown())
                .contains("| Project 99 |", "20 more projects are in the JSON report.")
                .doesNotContain("| Project 100 |");
    }

    @Test
    void showsTokensWithoutTheirValues() {
        ConnectReport report = Reports.of(
                List.of(Reports.token("Aikido Security Access Token", Fit.WIDE, Expiry.SOON, Change.LEFT)), true);

        assertThat(report.toMarkdown()).isEqualTo("""
                        ## Aikido token (dry run)

                        **success**

                        | Token | Fit | Expiry | Done | Why |
                        | --- | --- | --- | --- | --- |
                        | Aikido Security Access Token | wide | soon | left | Because. |
                        """);
    }

    private static ConnectReportBuilder several(Goal goal) {
        ConnectReport any = Reports.of(List.of(), false);
        return ConnectReportBuilder.builder(any)
                .goal(goal)
                .outcome(Outcome.PARTIAL)
                .severalProjects(true)
                .goalResult(null);
    }

    private static RepositoryReport row(String name, Action action, Result result) {
        return Reports.row(name, action, result, "Because.");
    }

    private static ProjectReport covered(String name, ProjectState state) {
        return ProjectReportBuilder.builder(project(name, List.of()))
                .state(state)
                .build();
    }

    private static ProjectReport project(String name, List<Problem> problems, RepositoryReport... rows) {
        return ProjectReportBuilder.builder()
                .azure(new ProjectReport.AzureProject(
                        "https://dev.azure.com", "contoso", new ProjectReport.Project(null, name)))
                .checks(List.of(WARNING))
                .repositories(new ArrayList<>(List.of(rows)))
                .problems(problems)
                .build();
    }
}
