package io.github.aikidoconnect.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallNotesTest {

    private static final long NOW = 1_800_000_000_000L;
    private static final long WINDOW = 60_000;
    private static final long LONGEST = 90_000;

    @Test
    void letsACallPassWhileThereIsAPlace() {
        CallNotes notes = CallNotes.read("", NOW, LONGEST);
        notes.call(id('a'), WINDOW);
        assertThat(notes.untilFree(id('b'), 2, WINDOW)).isZero();
        notes.call(id('b'), WINDOW - 5000);
        assertThat(notes.untilFree(id('c'), 2, WINDOW)).as("the oldest leaves").isEqualTo(WINDOW - 5000);
        assertThat(notes.untilFree(id('c'), 1, WINDOW))
                .as("both have to leave for a smaller limit")
                .isEqualTo(WINDOW);
    }

    @Test
    void readsWhatItWrote() {
        CallNotes notes = CallNotes.read("", NOW, LONGEST);
        notes.call(id('a'), WINDOW);
        notes.waiting(id('b'), 4000);
        notes.closed(id('c'), 5000);
        CallNotes read = CallNotes.read(notes.text(), NOW, LONGEST);
        assertThat(read.text()).isEqualTo(notes.text());
        assertThat(read.untilFree(id('d'), 2, WINDOW)).isEqualTo(WINDOW);
        assertThat(read.untilFree(id('d'), 3, WINDOW)).as("the pause").isEqualTo(5000);
    }

    @Test
    void letsCallsPassInTheOrderInWhichTheyCame() {
        CallNotes notes = CallNotes.read("", NOW, LONGEST);
        notes.call(id('a'), 1000);
        notes.waiting(id('b'), 4000);
        notes.waiting(id('c'), 4000);
        CallNotes later = CallNotes.read(notes.text(), NOW + 1000, LONGEST);
        assertThat(later.untilFree(id('d'), 1, WINDOW)).isPositive();
        assertThat(later.untilFree(id('c'), 1, WINDOW)).isPositive();
        assertThat(later.untilFree(id('b'), 1, WINDOW)).isZero();
    }

    @Test
    void keepsItsTurnByAskingAgain() {
        CallNotes notes = CallNotes.read("", NOW, LONGEST);
        notes.waiting(id('a'), 4000);
        notes.waiting(id('b'), 4000);
        notes.waiting(id('a'), 8000);
        assertThat(notes.text().lines()).first().asString().endsWith(id('a'));
    }

    @Test
    void forgetsTheTurnOfOneThatDoesNotAskAgain() {
        CallNotes notes = CallNotes.read("", NOW, LONGEST);
        notes.waiting(id('a'), 4000);
        assertThat(notes.untilFree(id('b'), 1, WINDOW)).isPositive();
        CallNotes later = CallNotes.read(notes.text(), NOW + 4000, LONGEST);
        assertThat(later.untilFree(id('b'), 1, WINDOW)).isZero();
    }

    @Test
    void countsNothingLongerThanAnythingCanCountWhateverTheClockDid() {
        CallNotes ofTomorrow = CallNotes.read("", NOW + 86_400_000, LONGEST);
        ofTomorrow.call(id('a'), WINDOW);
        CallNotes notes = CallNotes.read(ofTomorrow.text(), NOW, LONGEST);
        assertThat(notes.untilFree(id('b'), 1, WINDOW)).isEqualTo(LONGEST);
        assertThat(CallNotes.read(notes.text(), NOW + LONGEST, LONGEST).text()).isEmpty();
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
    void skipsWhatIsNoNote(String text) {
        CallNotes good = CallNotes.read("", NOW, LONGEST);
        good.call(id('f'), WINDOW);
        CallNotes notes = CallNotes.read(text + "\n" + good.text() + text, NOW, LONGEST);
        assertThat(notes.text()).isEqualTo(good.text());
    }

    @Test
    void losesNothingToAProcessThatDiesBeforeItHasCutTheOldEndOff() {
        CallNotes old = CallNotes.read("", NOW, LONGEST);
        old.call(id('a'), 1000);
        old.call(id('b'), WINDOW);
        CallNotes shorter = CallNotes.read(old.text(), NOW + 1000, LONGEST);
        String torn = shorter.text() + old.text().substring(shorter.text().length());
        assertThat(CallNotes.read(torn, NOW + 1000, LONGEST).text()).isEqualTo(shorter.text());
    }

    private static String id(char letter) {
        return String.valueOf(letter).repeat(32);
    }
}
