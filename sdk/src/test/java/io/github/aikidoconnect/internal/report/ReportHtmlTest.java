package io.github.aikidoconnect.internal.report;

import static io.github.aikidoconnect.internal.report.PageRules.page;
import static io.github.aikidoconnect.internal.report.Reports.CHECKS;
import static io.github.aikidoconnect.internal.report.Reports.ROWS;
import static io.github.aikidoconnect.internal.report.Reports.SCOPE;
import static io.github.aikidoconnect.internal.report.Reports.connect;
import static io.github.aikidoconnect.internal.report.Reports.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProjectReport.Summary;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.RepositoryReportBuilder;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ReportHtmlTest {

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
        Document page = page(Reports.of(
                Goal.CHECK,
                false,
                Outcome.FAILED,
                new Reports.Content(CHECKS, List.of(), List.of(SCOPE), Summary.NONE)));

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
        Document page = page(Reports.of(
                Goal.LIST, false, Outcome.SUCCESS, new Reports.Content(List.of(), ROWS, List.of(), Summary.NONE)));

        assertThat(page.select("h2").eachText()).containsExactly("5 repositories");
        assertThat(page.select("#rows thead th").eachText())
                .containsExactly("Repository", "Kind", "State", "Default branch");
        assertThat(page.expectFirst("#rows tbody tr").text()).isEqualTo("late git active main");
    }

    private static List<RepositoryReport> many(int count) {
        List<RepositoryReport> rows = new ArrayList<>();
        IntStream.range(1, count)
                .forEach(i -> rows.add(row("repo-" + i, Action.NONE, Result.DONE, "Aikido monitors it.")));
        rows.add(row("late", Action.WAIT, Result.FAILED, "Aikido did not list it in time."));
        return rows;
    }
}
