package io.github.aikidoconnect.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.aikidoconnect.internal.plan.Selection;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "*, anything",
        "**, anything",
        "shop-*, shop-web",
        "shop-*, SHOP-Web",
        "SHOP-*, shop-web",
        "shop-*, shop-",
        "*-archive, old-archive",
        "*shop*, my-shop-web",
        "a*b*c, aXbYc",
        "a*b*c, abbcc",
        "sh?p, shop",
        "?, ü",
        "v[0-9], v7",
        "[A-C]x, bx",
        "[!a-c]x, dx",
        "[a-], -",
        "[]], ]",
        "[!-]x, ax",
        "übersicht, ÜBERSICHT",
        "Zahlungs *, Zahlungs Übersicht",
        "a.b, a.b",
        "a+(b)|c$, a+(b)|c$",
        "$/Shop*, $/Shop Front",
        "a&&b, a&&b",
        "[a^]x, ^x"
    })
    void matches(String glob, String name) {
        assertThat(Glob.parse(glob).matches(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "shop, shop-web",
        "shop-*, my-shop-web",
        "*-archive, archive",
        "sh?p, shp",
        "v[0-9], va",
        "v[0-9], v",
        "[!a-c]x, ax",
        "a*b*c, acb",
        "ab*ba, aba",
        "a.b, axb",
        "*a?, xa"
    })
    void doesNotMatch(String glob, String name) {
        assertThat(Glob.parse(glob).matches(name)).isFalse();
    }

    @Test
    void takesBothWaysToWriteAnUmlautForTheSame() {
        String composed = "Übersicht";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(Glob.parse("über*").matches(decomposed)).isTrue();
        assertThat(Glob.parse(Normalizer.normalize("über*", Normalizer.Form.NFD))
                        .matches(composed))
                .isTrue();
        assertThat(Glob.parse("?bersicht").matches(decomposed)).isTrue();
        assertThat(Glob.parse("[äöü]bersicht").matches(decomposed)).isTrue();
    }

    @Test
    void takesACharacterOutsideOfTheBasicPlaneForOne() {
        assertThat(Glob.parse("🚀-*").matches("🚀-api")).isTrue();
        assertThat(Glob.parse("?-api").matches("🚀-api")).isTrue();
        assertThat(Glob.parse("[🚀🛰]-api").matches("🚀-api")).isTrue();
        assertThat(Glob.parse("[!🚀]-api").matches("🚀-api")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "[a", "[", "[]", "[!]", "[z-a]", "{a,b}", "a\\b"})
    void refusesWhatCannotBeAGlob(String glob) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.of(List.of(glob), List.of()))
                .withMessageStartingWith("\"" + glob + "\" is not a valid glob: ");
    }

    @Test
    void isDoneAtOnceWithAPatternThatWouldKeepARegularExpressionBusyForever() {
        String name = "a".repeat(4000);
        Glob glob = Glob.parse("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b");
        assertThat(Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> glob.matches(name)))
                .isFalse();
    }
}
