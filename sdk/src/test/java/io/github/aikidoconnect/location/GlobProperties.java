package io.github.aikidoconnect.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class GlobProperties {

    /** The textbook's way: a table of which beginnings match, with no regular expression in it. */
    @Property
    void asterisksAndQuestionMarksMatchWhatTheTableSays(@ForAll("globs") String glob, @ForAll("texts") String name) {
        assertThat(Glob.parse(glob).matches(name)).isEqualTo(matches(glob, name));
    }

    private static boolean matches(String glob, String name) {
        boolean[][] table = new boolean[glob.length() + 1][name.length() + 1];
        table[0][0] = true;
        for (int i = 1; i <= glob.length(); i++) {
            char c = glob.charAt(i - 1);
            for (int j = 0; j <= name.length(); j++) {
                table[i][j] = c == '*'
                        ? table[i - 1][j] || (j > 0 && table[i][j - 1])
                        : j > 0 && table[i - 1][j - 1] && (c == '?' || c == name.charAt(j - 1));
            }
        }
        return table[glob.length()][name.length()];
    }

    @Provide
    Arbitrary<String> globs() {
        return Arbitraries.strings().withChars("ab*?").ofMinLength(1).ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab").ofMaxLength(14);
    }

    @Property
    void aNameMatchesItselfInAnyCase(@ForAll("names") String name) {
        assertThat(Glob.parse(name).matches(name)).isTrue();
        assertThat(Glob.parse(name).matches(name.toLowerCase(Locale.ROOT))).isTrue();
        assertThat(Glob.parse("*" + name + "*").matches("x" + name + "y")).isTrue();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('\u00c0', '\u017e')
                .withChars(" -_.()!&^$#+")
                .ofMinLength(1)
                .ofMaxLength(64)
                // İ has a lower case of two characters, and a glob is stripped.
                .filter(name -> name.strip().equals(name) && !name.contains("\u0130"));
    }

    @Property
    void anyTextIsAGlobOrIsRefusedWithAReason(@ForAll String glob, @ForAll String name) {
        try {
            boolean unused = Glob.parse(glob).matches(name);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }

    @Property
    void classesAreReadOrRefused(@ForAll("classes") String glob, @ForAll String name) {
        anyTextIsAGlobOrIsRefusedWithAReason(glob, name);
    }

    @Provide
    Arbitrary<String> classes() {
        return Arbitraries.strings()
                .withChars("[]!-^&az09\\ .ü\ud83d\ude00*?")
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    /** A regular expression for the whole would try every way to share the letters out. */
    @Property(tries = 50)
    void aGlobThatNearlyMatchesIsDoneAtOnce(
            @ForAll @IntRange(min = 10, max = 200) int asterisks,
            @ForAll @StringLength(min = 1, max = 2) @CharRange(from = 'a', to = 'a') String part) {
        assertThat(Glob.parse(("*" + part).repeat(asterisks) + "b").matches("a".repeat(2000)))
                .isFalse();
    }

    @Property(tries = 20)
    void aLongGlobIsNoCrash(@ForAll @IntRange(min = 1, max = 200_000) int length) {
        anyTextIsAGlobOrIsRefusedWithAReason("?".repeat(length), "x".repeat(length));
        anyTextIsAGlobOrIsRefusedWithAReason("[a-z]".repeat(length / 5 + 1), "x".repeat(length));
    }
}
