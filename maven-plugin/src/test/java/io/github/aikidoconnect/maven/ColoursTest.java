package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColoursTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "  FAILED   late  It failed.,  <1;31m>FAILED<m>   late  It failed.",
                "  warning  aikido.connection  It is broken.,  <33m>warning<m>  aikido.connection  It is broken.",
                "  to activate  web  It is not monitored.,  <1m>to activate<m>  web  It is not monitored.",
                "  monitored  web  Aikido monitors it.,  <32m>monitored<m>  web  Aikido monitors it.",
                "[NETWORK] It is down. Wait.,<1;31m>[NETWORK]<m> It is down. Wait.",
                "Connect: partial. 2 found,Connect: <33m>partial<m>. 2 found",
                "Check: success (1 calls),Check: <32m>success<m> (1 calls)"
            })
    void marksHowThingsStand(String line, String coloured) {
        assertThat(new Colours(true).line(line)).isEqualTo(coloured.replaceAll("<([0-9;]*m)>", "\u001b[$1"));
        assertThat(new Colours(false).line(line)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Repositories (3)",
                "  skipped  web  It is empty.",
                "  git   FAILED  active  main",
                "    2,935 monitored",
                "  web  FAILED  x",
                "Report: failed.json"
            })
    void leavesTheRestAsItIs(String line) {
        assertThat(new Colours(true).line(line)).isEqualTo(line);
    }
}
