package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectReportBuilder;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectReportBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {

    private final RecordingLog log = new RecordingLog();
    private final Console console = new Console(log, new Colours(false));

    @Test
    void saysWhatItIsAboutAndWhereThatWasFound() {
        ConnectRequest request = ConnectRequest.builder()
                .organization("contoso")
                .project("Shop Front")
                .dryRun(true)
                .build();

        console.head(
                Goal.CONNECT,
                request,
                new Location("contoso", "Shop Front", null, Optional.of("the Git remote"), Optional.empty()),
                Optional.empty());

        assertThat(log.lines())
                .containsExactly("aikido:connect  project Shop Front, organization contoso, from the Git remote"
                        + " (dry run: nothing is changed)");
    }

    @Test
    void saysThatItListsProjects() {
        ConnectRequest request = ConnectRequest.builder()
                .organization("contoso")
                .azureUrl("https://tfs.example.com")
                .build();

        console.head(
                Goal.LIST,
                request,
                new Location("contoso", null, null, Optional.empty(), Optional.empty()),
                Optional.of("projects of organization "));

        assertThat(log.lines())
                .containsExactly("aikido:list  projects of organization contoso at https://tfs.example.com");
    }

    @Test
    void saysWhatIsNotKnown() {
        console.head(
                Goal.CHECK,
                ConnectRequest.builder().build(),
                new Location(null, null, null, Optional.empty(), Optional.empty()),
                Optional.empty());

        assertThat(log.lines()).containsExactly("aikido:check  project (not given), organization (not given)");
    }

    @Test
    void alignsTheCounter() {
        console.on(new Progress.Step("Reading"));
        console.on(new Progress.Item("shop-web is monitored now", 3, 12));

        assertThat(log.lines()).containsExactly("  Reading", "  [ 3/12] shop-web is monitored now");
    }

    @Test
    void saysWhyAndHowLongItWaits() {
        console.on(new Progress.Waiting("the rate limit of Aikido", Duration.ofMillis(41_001)));
        console.on(new Progress.Waiting("the import", Duration.ofMillis(5)));

        assertThat(log.lines())
                .containsExactly("  waiting up to 42 s: the rate limit of Aikido", "  waiting up to 1 s: the import");
    }

    @Test
    void neverShowsThePasswordOfAUrl() {
        ConnectRequest request = ConnectRequest.builder()
                .organization("https://kim:hunter2@dev.azure.com/contoso")
                .project("kim:hunter2@Shop")
                .azureUrl("https://kim:hun/ter2@tfs.example.com")
                .build();

        head(request);

        assertThat(log.lines()).singleElement().asString().contains("******@").doesNotContain("hun");
    }

    @Test
    void neverRepeatsAQueryAFragmentOrAToken() {
        ConnectRequest request = ConnectRequest.builder()
                .organization("https://dev.azure.com/contoso?token=hunter2")
                .project("5ubxc2qk7a3lzq5o2y4dxs6uvxk3mf6gs7w2pmb4q5hty6rcj2na")
                .azureUrl("https://tfs.example.com/tfs?x=hunter2#hunter2")
                .build();

        head(request);

        assertThat(log.lines())
                .containsExactly("aikido:check  project (52 characters that look like a token), organization"
                        + " https://dev.azure.com/contoso at https://tfs.example.com/tfs");
    }

    @Test
    void showsWhereTheReportIs() {
        console.written(Path.of("report.json"));
        console.writtenPage(Path.of("report.html"));

        assertThat(log.lines()).containsExactly("", "Report: report.json", "  Page: report.html");
    }

    private void head(ConnectRequest request) {
        console.head(
                Goal.CHECK,
                request,
                new Location(null, null, null, Optional.empty(), Optional.empty()),
                Optional.empty());
    }

    private static ConnectReport report() {
        List<Check> checks = List.of(
                Check.of(CheckId.TOKEN, CheckStatus.FAILED, "It has expired."),
                new Check(CheckId.SCOPE_EXCESS, CheckStatus.WARNING, "It may write code.", "Remove that scope."),
                Check.of(CheckId.PROJECT, CheckStatus.PASSED, "It is there."));
        Problem problem = new Problem(ProblemCode.AZURE_TOKEN_EXPIRED, "It has expired.", "Renew it.");
        ProjectReport part = ProjectReportBuilder.builder()
                .azure(new ProjectReport.AzureProject("https://dev.azure.com", "contoso", null))
                .checks(checks)
                .problems(List.of(problem))
                .build();
        return ConnectReportBuilder.builder()
                .goal(Goal.CHECK)
                .outcome(Outcome.FAILED)
                .startedAt(Instant.EPOCH)
                .finishedAt(Instant.EPOCH)
                .projects(List.of(part))
                .problems(List.of(problem))
                .build();
    }

    @Test
    void logsProblemsAsErrorsAndWarningsAsWarnings() {
        console.report(report(), true);

        assertThat(log.lines())
                .containsExactly(
                        "",
                        "Checks",
                        "ERROR   FAILED   token         It has expired.",
                        "WARNING   warning  scope.excess  It may write code.",
                        "WARNING                          Remove that scope.",
                        "  ok       project       It is there.",
                        "ERROR [AZURE_TOKEN_EXPIRED] It has expired. Renew it.",
                        "ERROR Check: failed (0 calls to Azure DevOps, 0 to Aikido)");
    }

    @Test
    void logsProblemsAsWarningsWhereTheyDoNotFailTheBuild() {
        console.report(report(), false);

        assertThat(log.lines())
                .contains("WARNING [AZURE_TOKEN_EXPIRED] It has expired. Renew it.")
                .noneMatch(line -> line.startsWith("ERROR"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a\u001b[31mred\u001b[0m,a [31mred [0m",
                "\"one\r\ntwo\",one two",
                "gpj.\u202ename,gpj. name",
                "a\u200bb\u200ec\ufeffd,a b c d",
                "half \ud83d,half \ufffd",
                "##vso[task.setvariable]x,# #vso[task.setvariable]x",
                "repo ##VSO[task.complete],repo # #VSO[task.complete]",
                "##[error]x,# #[error]x",
                "::error::x,: :error::x",
                "  ::add-mask::x,  : :add-mask::x",
                "## a heading,## a heading",
                "Zahlungs Übersicht,Zahlungs Übersicht",
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void letsNobodyForgeALineOrACommand(String text, String shown) {
        assertThat(ConsoleText.line(text)).isEqualTo(shown);
    }
}
