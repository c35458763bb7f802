package io.github.aikidoconnect.maven.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.RepositoryReportBuilder;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.ScanState;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    @Test
    void saysWhatToDoBeforeWhatWasDone() {
        assertThat(Reports.partial().toMarkdown()).isEqualTo("""
                        ## Aikido connect: Shop Front

                        **partial**. 3 found, 3 selected, 1 already monitored, 0 activated, 0 deactivated, 1 skipped, 1 failed.

                        **PARTIAL** 1 of 3 repositories could not be activated. **Run it again.**

                        Checks: 1 of 2 passed.

                        | Status | Check | Result | What to do |
                        | --- | --- | --- | --- |
                        | warning | scope.excess | It may write code, too. | Take that away. |

                        | Repository | Action | Result | Why |
                        | --- | --- | --- | --- |
                        | shop-api | activate | failed | This is why. |
                        | shop-new | skip | skipped | This is why. |
                        """);
    }

    @Test
    void showsWhatIsSwitchedOffInAikido() {
        RepositoryReport off = RepositoryReportBuilder.builder()
                .id("1")
                .name("shop-api")
                .kind(RepositoryKind.GIT)
                .defaultBranch("main")
                .state(RepositoryState.ACTIVE)
                .action(Action.SKIP)
                .result(Result.SKIPPED)
                .aikidoId(1L)
                .reason("It was switched off in Aikido.")
                .secretScanning(true)
                .inAikido(new RepositoryReport.InAikido(
                        "main", Instant.EPOCH, ScanState.OUTDATED, null, null, List.of(), true))
                .build();

        assertThat(Reports.of("Shop", List.of(off), List.of()).toMarkdown())
                .contains("| shop-api | skip | switched off in Aikido | It was switched off in Aikido. |");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a | b",
                "[click](https://evil.example)",
                "![x](https://evil.example/x.png)",
                "https://evil.example www.evil.example me@evil.example",
                "**bold** _it_ `code` ~~no~~ $x$",
                "&lt;b&gt; &#124;",
                "\\| \\",
                "@team fixes #12 and AB#34 :warning:"
            })
    void showsANameAsItIs(String name) {
        String page = Reports.of(name, List.of(Reports.repository(name, Action.ACTIVATE, Result.DONE)), List.of())
                .toMarkdown();

        String html = HtmlRenderer.builder()
                .extensions(TABLES)
                .build()
                .render(Parser.builder().extensions(TABLES).build().parse(page));

        String shown = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        assertThat(html)
                .contains("<h2>Aikido connect: " + shown + "</h2>", "<td>" + shown + "</td>\n<td>activate</td>");
        assertThat(page).doesNotContain("://", "www.", "@", " #", "AB#");
    }

    @Test
    void staysWithinWhatAServiceShows() {
        List<RepositoryReport> many = IntStream.range(0, 3000)
                .mapToObj(i -> Reports.repository("repository-" + i, Action.ACTIVATE, Result.DONE))
                .toList();

        String page = Reports.of("Shop", many, List.of()).toMarkdown();

        assertThat(page)
                .contains("2900 more repositories are in the JSON report.")
                .hasSizeLessThan(100_000);
    }
}
