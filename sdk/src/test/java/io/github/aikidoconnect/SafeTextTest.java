package io.github.aikidoconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00,
                0x07,
                0x09,
                0x0a,
                0x0d,
                0x1b,
                0x7f,
                0x85,
                0x9b, // control characters
                0xad,
                0x200b,
                0x200c,
                0x200d,
                0x2060,
                0xfeff,
                0x180e, // nothing to see
                0x200e,
                0x200f,
                0x61c,
                0x202a,
                0x202e,
                0x2066,
                0x2069, // other writing directions
                0x2028,
                0x2029, // lines
                0x034f,
                0x115f,
                0x3164,
                0xffa0,
                0xe0001,
                0xe0041,
                0xe0100 // letters and marks without a look
            })
    void showsABlankForWhatCannotBeSeen(int character) {
        assertThat(SafeText.oneLine("shop" + Character.toString(character) + "web"))
                .isEqualTo("shop web");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xd83d, 0xdc4b, 0xe000, 0xf8ff, 0xfffe, 0xfdd0, 0x10ffff, 0xf0000})
    void showsAReplacementForWhatMeansNothing(int character) {
        assertThat(SafeText.oneLine("shop" + Character.toString(character) + "web"))
                .isEqualTo("shop\ufffdweb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zahlungs Übersicht",
                "e\u0301",
                "платежи",
                "支払い　サービス",
                "결제",
                "تسوق",
                "दुकान",
                "ร้านค้า",
                "🛒 cart ❤\ufe0f 👋🏽",
                "a\u00a0b",
                "\ufffd"
            })
    void leavesTheCharactersOfAllScripts(String name) {
        assertThat(SafeText.oneLine(name)).isEqualTo(name);
    }

    @Test
    void isOneLineWithoutFormatCharactersWhateverItIsGiven() throws CharacterCodingException {
        StringBuilder all = new StringBuilder();
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .forEach(point -> all.appendCodePoint(point).append('.'));

        String line = SafeText.oneLine(all.toString());

        assertThat(line.codePoints().map(Character::getType))
                .doesNotContain(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.PARAGRAPH_SEPARATOR,
                        (int) Character.SURROGATE,
                        (int) Character.PRIVATE_USE);
        assertThat(StandardCharsets.UTF_8
                        .newEncoder()
                        .encode(CharBuffer.wrap(line))
                        .remaining())
                .isPositive();
    }
}
