package io.github.aikidoconnect.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTextTest {

    private static final long NOW = 1_800_000_000_000L;
    private static final long WINDOW = 60_000;
    private static final long LONGEST = 90_000;

    @Test
    void letsACallPassWhileThereIsAPlace() {
        WindowState notes = WindowText.read("", NOW, LONGEST);
        notes.call(id('a'), Optional.of(WINDOW));
        assertThat(notes.untilFree(id('b'), 2, WINDOW)).isZero();
        notes.call(id('b'), Optional.of(WINDOW - 5000));
        assertThat(notes.untilFree(id('c'), 2, WINDOW)).as("the oldest leaves").isEqualTo(WINDOW - 5000);
        assertThat(notes.untilFree(id('c'), 1, WINDOW))
                .as("both have to leave for a smaller limit")
                .isEqualTo(WINDOW);
    }

    @Test
    void readsWhatItWrote() {
        WindowState notes = WindowText.read("", NOW, LONGEST);
        notes.call(id('a'), Optional.of(WINDOW));
        notes.waiting(id('b'), Optional.of(4000L));
        notes.closed(id('c'), 5000);
        WindowState read = WindowText.read(WindowText.write(notes), NOW, LONGEST);
        assertThat(WindowText.write(read)).isEqualTo(WindowText.write(notes));
        assertThat(read.untilFree(id('d'), 2, WINDOW)).isEqualTo(WINDOW);
        assertThat(read.untilFree(id('d'), 3, WINDOW)).as("the pause").isEqualTo(5000);
    }

    @Test
    void letsCallsPassInTheOrderInWhichTheyCame() {
        WindowState notes = WindowText.read("", NOW, LONGEST);
        notes.call(id('a'), Optional.of(1000L));
        notes.waiting(id('b'), Optional.of(4000L));
        notes.waiting(id('c'), Optional.of(4000L));
        WindowState later = WindowText.read(WindowText.write(notes), NOW + 1000, LONGEST);
        assertThat(later.untilFree(id('d'), 1, WINDOW)).isPositive();
        assertThat(later.untilFree(id('c'), 1, WINDOW)).isPositive();
        assertThat(later.untilFree(id('b'), 1, WINDOW)).isZero();
    }

    @Test
    void keepsItsTurnByAskingAgain() {
        WindowState notes = WindowText.read("", NOW, LONGEST);
        notes.waiting(id('a'), Optional.of(4000L));
        notes.waiting(id('b'), Optional.of(4000L));
        notes.waiting(id('a'), Optional.of(8000L));
        assertThat(WindowText.write(notes).lines()).first().asString().endsWith(id('a'));
    }

    @Test
    void forgetsTheTurnOfOneThatDoesNotAskAgain() {
        WindowState notes = WindowText.read("", NOW, LONGEST);
        notes.waiting(id('a'), Optional.of(4000L));
        assertThat(notes.untilFree(id('b'), 1, WINDOW)).isPositive();
        WindowState later = WindowText.read(WindowText.write(notes), NOW + 4000, LONGEST);
        assertThat(later.untilFree(id('b'), 1, WINDOW)).isZero();
    }

    @Test
    void countsNothingLongerThanAnythingCanCountWhateverTheClockDid() {
        WindowState ofTomorrow = WindowText.read("", NOW + 86_400_000, LONGEST);
        ofTomorrow.call(id('a'), Optional.of(WINDOW));
        WindowState notes = WindowText.read(WindowText.write(ofTomorrow), NOW, LONGEST);
        assertThat(notes.untilFree(id('b'), 1, WINDOW)).isEqualTo(LONGEST);
        assertThat(WindowText.write(WindowText.read(WindowText.write(notes), NOW + LONGEST, LONGEST)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "\u0000\u0000\u0000",
                "\r\n\r\n",
                "c 001800000060000",
                "c 001800000060000 ",
                "c 999999999999999999999999 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "q 001800000060000 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "c -01800000060000 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "c 001800000060000 ../../../../../../../etc/passwd"
            })
    void ignoresOtherLines(String text) {
        WindowState good = WindowText.read("", NOW, LONGEST);
        good.call(id('f'), Optional.of(WINDOW));
        WindowState notes = WindowText.read(text + "\n" + WindowText.write(good) + text, NOW, LONGEST);
        assertThat(WindowText.write(notes)).isEqualTo(WindowText.write(good));
    }

    @Test
    void losesNothingToAProcessThatDiesBeforeItHasCutTheOldEndOff() {
        WindowState old = WindowText.read("", NOW, LONGEST);
        old.call(id('a'), Optional.of(1000L));
        old.call(id('b'), Optional.of(WINDOW));
        WindowState shorter = WindowText.read(WindowText.write(old), NOW + 1000, LONGEST);
        String torn = WindowText.write(shorter)
                + WindowText.write(old).substring(WindowText.write(shorter).length());
        assertThat(WindowText.write(WindowText.read(torn, NOW + 1000, LONGEST))).isEqualTo(WindowText.write(shorter));
    }

    private static String id(char letter) {
        return String.valueOf(letter).repeat(32);
    }
}
