package io.github.aikidoconnect.internal.report;

import static io.github.aikidoconnect.internal.report.PageRules.page;
import static io.github.aikidoconnect.internal.report.Reports.CHECKS;
import static io.github.aikidoconnect.internal.report.Reports.ROWS;
import static io.github.aikidoconnect.internal.report.Reports.SCOPE;
import static io.github.aikidoconnect.internal.report.Reports.connect;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.RepositoryReportBuilder;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the page of a report links to. */
class ReportHtmlLinksTest {

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
