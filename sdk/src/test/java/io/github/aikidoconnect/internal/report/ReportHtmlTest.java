package io.github.aikidoconnect.internal.report;

import static io.github.aikidoconnect.internal.report.Reports.row;
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
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.RepositoryReportBuilder;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.Tool;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportHtmlTest {

    private static final Problem SCOPE =
            new Problem(ProblemCode.AZURE_SCOPE_MISSING, "Code: Read is missing.", "Tick it.");

    private static final List<Check> CHECKS = List.of(
            Check.of(CheckId.TOKEN, CheckStatus.PASSED, "Azure DevOps accepts it."),
            new Check(CheckId.AIKIDO_CONNECTION, CheckStatus.WARNING, "It is broken.", "Mend it."),
            new Check(CheckId.SCOPE_CODE, CheckStatus.FAILED, SCOPE.message(), SCOPE.fix()));

    private static final List<RepositoryReport> ROWS = List.of(
            row("web", Action.NONE, Result.DONE, "Aikido monitors it."),
            row("api", Action.ACTIVATE, Result.DONE, "It was not monitored until now."),
            row("old", Action.DEACTIVATE, Result.SKIPPED, "An exclude matches it."),
            row("empty", Action.SKIP, Result.SKIPPED, "It is empty."),
            row("late", Action.WAIT, Result.FAILED, "Aikido did not list it in time."));

    @Test
    void saysFirstWhatItIsAboutAndHowItEnded() {
        Document page = page(connect(CHECKS, ROWS, List.of(SCOPE)));

        assertThat(page.title()).isEqualTo("partial: Connect, Shop Front – Aikido connect");
        assertThat(page.select("h1").text()).isEqualTo("Shop Front");
        assertThat(page.select("header .outcome").text())
                .isEqualTo("! partial Part of the request was fulfilled; the problems list what is missing.");
        assertThat(page.select(".facts > div").eachText())
                .containsExactly(
                        "Organization contoso",
                        "Aikido workspace Shop",
                        "Started 2026-11-01 08:00:00 UTC",
                        "Took 1.5 s",
                        "Version aikido-connect " + Tool.CURRENT.version(),
                        "Calls 12 to Azure DevOps, 4 to Aikido");
        assertThat(page.select("time").attr("datetime")).isEqualTo("2026-11-01T08:00:00Z");
    }

    @Test
    void hasWhatAsksForSomethingAboveWhatIsFine() {
        Document page = page(connect(CHECKS, ROWS, List.of(SCOPE)));

        assertThat(page.select("h2").eachText()).containsExactly("1 problem", "Checks", "Coverage", "5 repositories");
        assertThat(page.select(".problems li").eachText())
                .containsExactly("✕ AZURE_SCOPE_MISSING Code: Read is missing. What to do: Tick it.");
        assertThat(page.select("main > section > .checks tbody tr").eachText())
                .containsExactly(
                        "✕ failed scope.code Code: Read is missing. What to do: see AZURE_SCOPE_MISSING above.",
                        "! warning aikido.connection It is broken. What to do: Mend it.");
        assertThat(page.select("details summary").text()).isEqualTo("1 of 3 passed, 1 failed");
        assertThat(page.select("details tbody tr").eachText())
                .containsExactly("✓ passed token Azure DevOps accepts it.");
        assertThat(page.select("#rows tbody th").eachText()).containsExactly("late", "api", "old", "empty", "web");
        assertThat(page.expectFirst("#rows tbody tr").text())
                .isEqualTo("late git wait ✕ failed Aikido did not list it in time.");
    }

    @Test
    void linksEachCodeToItsExplanation() {
        Document page = page(connect(CHECKS, ROWS, List.of(SCOPE)));

        assertThat(page.select(".problems a.badge").eachAttr("href"))
                .containsExactly("https://github.com/aikidoconnect/aikido-connect/blob/main/docs/problems.md"
                        + "#AZURE_SCOPE_MISSING");
        assertThat(Path.of("..", "docs", "problems.md"))
                .content()
                .contains(Stream.of(ProblemCode.values())
                        .map(code -> "<a id=\"" + code + "\"></a>`" + code + "`")
                        .toArray(String[]::new));
        assertThat(Tool.CURRENT.version()).matches("\\d+\\.\\d+.*");
    }

    @Test
    void doesNotCountEmptyAndDisabledRepositories() {
        RepositoryReport empty = RepositoryReportBuilder.builder()
                .id("9")
                .name("new")
                .kind(RepositoryKind.GIT)
                .state(RepositoryState.EMPTY)
                .action(Action.SKIP)
                .result(Result.SKIPPED)
                .reason("It is empty.")
                .secretScanning(true)
                .build();
        List<RepositoryReport> rows = new ArrayList<>(ROWS);
        rows.add(empty);

        Document page = page(connect(List.of(), rows, List.of(SCOPE)));

        assertThat(page.select(".lead").text()).isEqualTo("Aikido monitors 3 of 5 repositories, 60%.");
        assertThat(page.select(".parts li").eachText()).contains("1 skipped", "1 not counted: empty or disabled");
    }

    @Test
    void foldsNoCheckOfACheckRun() {
        Document page =
                page(Reports.of(Goal.CHECK, false, Outcome.FAILED, CHECKS, List.of(), List.of(SCOPE), Summary.NONE));

        assertThat(page.select("details, #coverage, #rows")).isEmpty();
        assertThat(page.select(".checks tbody code").eachText())
                .containsExactly("scope.code", "aikido.connection", "token");
    }

    @Test
    void showsCoverageAsABarAndInWords() {
        Document page = page(connect(List.of(), ROWS, List.of(SCOPE)));

        assertThat(page.select(".lead").text()).isEqualTo("Aikido monitors 3 of 5 repositories, 60%.");
        assertThat(page.select(".parts li").eachText())
                .containsExactly("1 monitored", "1 activated", "1 skipped", "1 stale", "1 failed");
        assertThat(page.select(".bar > rect").eachAttr("width"))
                .containsExactly("20.000%", "20.000%", "20.000%", "20.000%", "20.000%");
        assertThat(page.select(".bar > rect").eachAttr("x"))
                .containsExactly("0.000%", "20.000%", "40.000%", "60.000%", "80.000%");
        assertThat(page.select(".bar").attr("aria-hidden"))
                .as("the words say it all")
                .isEqualTo("true");
    }

    @Test
    void keepsOneFailureAmongThousandsVisible() {
        List<RepositoryReport> rows = many(3000);

        Document page = page(connect(List.of(), rows, List.of(SCOPE)));

        assertThat(page.select(".lead").text()).isEqualTo("Aikido monitors 2,999 of 3,000 repositories, 99.9%.");
        assertThat(page.select("#rows tbody tr")).hasSize(3000);
        assertThat(page.expectFirst("#rows tbody tr").attr("data-result")).isEqualTo("failed");
        assertThat(page.select("#result option").eachText())
                .containsExactly("all results", "failed (1)", "monitored (2,999)");
        List<Double> widths = page.select(".bar > rect").eachAttr("width").stream()
                .map(width -> Double.valueOf(width.replace("%", "")))
                .toList();
        assertThat(widths).allMatch(width -> width > 0.5);
        assertThat(widths.stream().mapToDouble(Double::doubleValue).sum()).isBetween(99.99, 100.01);
    }

    @Test
    void claimsNoCoverageWhereNothingWasPlanned() {
        List<RepositoryReport> rows =
                List.of(row("web", Action.SKIP, Result.SKIPPED, "Nothing was planned: a check failed."));

        Document page = page(connect(CHECKS, rows, List.of(SCOPE)));

        assertThat(page.select(".bar")).isEmpty();
        assertThat(page.select("section:has(#coverage) p").text())
                .isEqualTo("Not known. Nothing was planned: a check failed.");
    }

    @Test
    void isCompleteWithoutScript() {
        Document page = page(connect(CHECKS, many(50), List.of(SCOPE)));

        assertThat(page.select("#filter").hasAttr("hidden")).isTrue();
        assertThat(page.select("tr[hidden], section[hidden]")).isEmpty();
        assertThat(page.select("#filter label > input, #filter label > select")).hasSize(2);
    }

    @Test
    void listsRepositoriesWithoutChecks() {
        Document page = page(Reports.of(Goal.LIST, false, Outcome.SUCCESS, List.of(), ROWS, List.of(), Summary.NONE));

        assertThat(page.select("h2").eachText()).containsExactly("5 repositories");
        assertThat(page.select("#rows thead th").eachText())
                .containsExactly("Repository", "Kind", "State", "Default branch");
        assertThat(page.expectFirst("#rows tbody tr").text()).isEqualTo("late git active main");
    }

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
        ConnectReport one =
                Reports.of(Goal.LIST, false, Outcome.SUCCESS, List.of(), List.of(), List.of(), Summary.NONE);

        Document page = page(several(Goal.LIST, one, one.projects().get(0)));

        assertThat(page.select("tbody tr").eachText()).containsExactly("Shop Front id-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)//https://x",
                "http://tfs.example.com/a",
                "data:text/html,x",
                "https:opaque",
                "https://kim:hunter2@example.com/",
                "//example.com/",
                "https://exa mple.com/",
                " https://example.com/"
            })
    void linksToNoAddressButOneWithHttps(String url) {
        Document page = page(connect(List.of(), List.of(at(url)), List.of()));

        assertThat(page.select("#rows a")).isEmpty();
        assertThat(page.select("#rows tbody th").text()).isEqualTo("web");
    }

    @Test
    void linksToTheRepository() {
        Document page =
                page(connect(List.of(), List.of(at("https://dev.azure.com/contoso/%C3%9C?a=1&b=%222%22")), List.of()));

        assertThat(page.select("#rows a").attr("href")).isEqualTo("https://dev.azure.com/contoso/%C3%9C?a=1&b=%222%22");
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
        ConnectReport one = Reports.of(goal, false, Outcome.PARTIAL, List.of(), List.of(), problems, Summary.NONE);
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

    private static Document page(ConnectReport report) {
        return PageRules.verify(report.toHtml());
    }

    private static ConnectReport connect(List<Check> checks, List<RepositoryReport> rows, List<Problem> problems) {
        return Reports.of(Goal.CONNECT, false, Outcome.PARTIAL, checks, rows, problems, Summary.NONE);
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

    private static List<RepositoryReport> many(int count) {
        List<RepositoryReport> rows = new ArrayList<>();
        IntStream.range(1, count)
                .forEach(i -> rows.add(row("repo-" + i, Action.NONE, Result.DONE, "Aikido monitors it.")));
        rows.add(row("late", Action.WAIT, Result.FAILED, "Aikido did not list it in time."));
        return rows;
    }

    private static RepositoryReport at(String url) {
        return RepositoryReportBuilder.builder()
                .id("1")
                .name("web")
                .kind(RepositoryKind.GIT)
                .url(url)
                .action(Action.NONE)
                .result(Result.DONE)
                .aikidoId(1L)
                .reason("Aikido monitors it.")
                .secretScanning(true)
                .build();
    }
}
