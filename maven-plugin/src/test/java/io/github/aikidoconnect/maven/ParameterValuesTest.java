package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that Maven would take for another one, or end with an exception for, is a problem with what is valid. */
class ParameterValuesTest {

    private final ParameterValues values = new ParameterValues();

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "' true ', true", "'', true", "false, false", "False, false"})
    void aSwitchIsTrueFalseOrEmpty(String text, boolean on) {
        assertThat(values.flag("dryRun", text, false)).isEqualTo(on);
        assertThat(values.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "no", "0", "ture", "t"})
    void refusesEveryOtherSwitch(String text) {
        assertThat(values.flag("failOnProblem", text, true)).isTrue();

        assertThat(values.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "[CONFIGURATION] \"" + text + "\" is not a valid value of aikido.failOnProblem. Correct"
                                + " -Daikido.failOnProblem (or <failOnProblem> in the pom). Valid values: true, false.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "20%", "1.5", "99999999999", "0x10", "5 days"})
    void refusesANumberThatIsNone(String text) {
        int unused = values.number(Setting.TOKEN_DAYS, "token.days", text);

        assertThat(values.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.fix())
                        .isEqualTo(
                                "Correct -Daikido.token.days (or <tokenDays> in the pom). Valid values: whole numbers"
                                        + " from 1 to 365."));
    }

    @Test
    void takesANumberAndLeavesItsRangeToTheRun() {
        assertThat(values.number(Setting.PRUNE_LIMIT, "pruneLimit", " 250 ")).isEqualTo(250);
        assertThat(values.problems()).isEmpty();
    }

    @Test
    void takesAFraction() {
        assertThat(values.fraction(Setting.MIN_COVERAGE, "minCoverage", "99.5")).hasValue(99.5);
        assertThat(values.fraction(Setting.MIN_COVERAGE, "minCoverage", null)).isEmpty();
        assertThat(values.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "95%", "9,5", "1e2", "0x1p3"})
    void refusesAFractionThatIsNone(String text) {
        assertThat(values.fraction(Setting.MIN_COVERAGE, "minCoverage", text)).isEmpty();

        assertThat(values.problems())
                .extracting(Problem::fix)
                .containsExactly(
                        "Correct -Daikido.minCoverage (or <minCoverage> in the pom). Valid values: numbers from 0"
                                + " to 100.");
    }

    @Test
    void listsTheWordsThatAreValid() {
        assertThat(values.word("annotations", "off", List.of("auto", "never"))).isEqualTo("auto");

        assertThat(values.problems())
                .extracting(Problem::fix)
                .containsExactly(
                        "Correct -Daikido.annotations (or <annotations> in the pom). Valid values: auto, never.");
    }

    @Test
    void repeatsNoValueThatMayBeASecret() {
        boolean unused = values.flag("dryRun", "a-very-long-value-that-may-be-a-token", false);

        assertThat(values.problems())
                .extracting(Problem::message)
                .containsExactly("The value is not a valid value of aikido.dryRun.");
    }
}
