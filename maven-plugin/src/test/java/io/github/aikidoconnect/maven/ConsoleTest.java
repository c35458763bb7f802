package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Progress;
import java.nio.file.Path;
import java.time.Duration;
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

        console.head(
                Goal.CHECK,
                request,
                new Location(null, null, null, Optional.empty(), Optional.empty()),
                Optional.empty());

        assertThat(log.lines()).singleElement().asString().contains("******@").doesNotContain("hun");
    }

    @Test
    void neverRepeatsAQueryAFragmentOrAToken() {
        ConnectRequest request = ConnectRequest.builder()
                .organization("https://dev.azure.com/contoso?token=hunter2")
                .project("5ubxc2qk7a3lzq5o2y4dxs6uvxk3mf6gs7w2pmb4q5hty6rcj2na")
                .azureUrl("https://tfs.example.com/tfs?x=hunter2#hunter2")
                .build();

        console.head(
                Goal.CHECK,
                request,
                new Location(null, null, null, Optional.empty(), Optional.empty()),
                Optional.empty());

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

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a\u001b[31mred\u001b[0m,a [31mred [0m",
                "\"one\r\ntwo\",one two",
                "gpj.\u202ename,gpj. name",
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
