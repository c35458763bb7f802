package io.github.aikidoconnect.internal.report;

import static io.github.aikidoconnect.internal.report.PageRules.page;
import static io.github.aikidoconnect.internal.report.Reports.CHECKS;
import static io.github.aikidoconnect.internal.report.Reports.ROWS;
import static io.github.aikidoconnect.internal.report.Reports.SCOPE;
import static io.github.aikidoconnect.internal.report.Reports.connect;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.aikidoconnect.ProjectReport.Summary;
import io.github.aikidoconnect.ProjectReportBuilder;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryReportBuilder;
import io.github.aikidoconnect.Result;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of a report on several projects. */
class ReportHtmlProjectsTest {

    @Test
    void showsSeveralProjectsWithTheirProblemsFirst() {
        ConnectReport one = connect(CHECKS, ROWS, List.of(SCOPE));
        ProjectReport good = connect(CHECKS, ROWS, List.of()).projects().get(0);
        ProjectReport bad = ProjectReportBuilder.builder()
                .azure(new ProjectReport.AzureProject("u", "contoso", new ProjectReport.Project("2", "Payments")))
                .checks(CHECKS)
                .problems(List.of(SCOPE))
                .build();
        Document page = page(several(Goal.CONNECT, one, good, bad));

        assertThat(page.select("h1").text()).isEqualTo("contoso");
        assertThat(page.select("#projects").text()).isEqualTo("2 projects");
        assertThat(page.select("section:has(#projects) tbody tr").eachText())
                .containsExactly("Payments ✕ 1 problem – 0 0 0 0", "Shop Front ✓ no problem Shop 5 3 1 1");
        assertThat(page.select(".checks tbody tr").eachText())
                .containsExactly(
                        "✕ failed scope.code Code: Read is missing. What to do: see AZURE_SCOPE_MISSING above."
                                + " Where: Shop Front, Payments",
                        "! warning aikido.connection It is broken. What to do: Mend it. Where: Shop Front, Payments");
        assertThat(page.select(".counted").text())
                .isEqualTo("All checks passed in 0 of 2 projects; in all projects together: 2 failed.");
        assertThat(page.expectFirst("#rows thead th").text()).isEqualTo("Project");
        assertThat(page.expectFirst("#rows tbody tr").text()).startsWith("Shop Front late git");
    }

    @Test
    void listsProjectsWithTheirIds() {
        ConnectReport one = Reports.of(
                Goal.LIST, false, Outcome.SUCCESS, new Reports.Content(List.of(), List.of(), List.of(), Summary.NONE));

        Document page = page(several(Goal.LIST, one, one.projects().get(0)));

        assertThat(page.select("tbody tr").eachText()).containsExactly("Shop Front id-1");
    }

    @ParameterizedTest
    @EnumSource(Goal.class)
    void showsEveryTextFromOutsideAsText(Goal goal) {
        String evil = "</td></style><script>alert(1)</script>\"' onload=x `&amp;\u202egpj\u0000\ud800 {{#x}}";
        String seen = "</td></style><script>alert(1)</script>\"' onload=x `&amp; gpj \ufffd {{#x}}";
        List<Problem> problems = List.of(new Problem(ProblemCode.PARTIAL, "0" + evil, "1" + evil));
        ProjectReport part = ProjectReportBuilder.builder()
                .azure(new ProjectReport.AzureProject(
                        "2" + evil, "3" + evil, new ProjectReport.Project("4" + evil, "5" + evil)))
                .workspace(new ProjectReport.Workspace(1, "6" + evil, evil, evil))
                .checks(List.of(new Check(CheckId.TOKEN, CheckStatus.WARNING, "7" + evil, "8" + evil)))
                .repositories(List.of(RepositoryReportBuilder.builder()
                        .id(evil)
                        .name("9" + evil)
                        .kind(RepositoryKind.GIT)
                        .url(evil)
                        .defaultBranch("A" + evil)
                        .action(Action.NONE)
                        .result(Result.DONE)
                        .aikidoId(1L)
                        .reason("B" + evil)
                        .secretScanning(true)
                        .build()))
                .problems(problems)
                .build();
        ConnectReport one = Reports.of(
                goal, false, Outcome.PARTIAL, new Reports.Content(List.of(), List.of(), problems, Summary.NONE));
        ConnectReport single = ConnectReportBuilder.builder()
                .goal(goal)
                .outcome(Outcome.PARTIAL)
                .startedAt(Instant.EPOCH)
                .finishedAt(Instant.EPOCH)
                .projects(List.of(part))
                .problems(problems)
                .build();

        String alone = page(single).text();
        String among = page(several(goal, one, part)).text();

        List<String> always = goal == Goal.LIST
                ? List.of("0", "1", "3", "5", "7", "8", "9", "A")
                : List.of("0", "1", "3", "5", "6", "7", "8", "9", "B");
        assertThat(always).allSatisfy(mark -> assertThat(alone).contains(mark + seen));
        assertThat(always).allSatisfy(mark -> assertThat(among).contains(mark + seen));
    }

    private static ConnectReport several(Goal goal, ConnectReport like, ProjectReport... projects) {
        return ConnectReportBuilder.builder()
                .goal(goal)
                .outcome(Outcome.PARTIAL)
                .startedAt(like.startedAt())
                .finishedAt(like.finishedAt())
                .projects(List.of(projects))
                .problems(like.problems())
                .severalProjects(true)
                .build();
    }
}
