package io.github.aikidoconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @Test
    void showsNothing() {
        assertThat(Secret.of("fakeToken")).hasToString("******");
    }

    @Test
    void dropsTheLineBreakOfAFile() {
        assertThat(Secret.of(" fakeToken\r\n").reveal()).isEqualTo("fakeToken");
        assertThat(Secret.of("fakeToken\n"))
                .isEqualTo(Secret.of("fakeToken"))
                .hasSameHashCodeAs(Secret.of("fakeToken"));
        assertThat(Secret.of("fakeToken")).isNotEqualTo(Secret.of("other"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\n\t"})
    void isEmptyWhereNothingIsGiven(String value) {
        assertThat(Secret.of(value).isEmpty()).isTrue();
        assertThat(Secret.of("fake").isEmpty()).isFalse();
    }

    static Stream<String> personalAccessTokens() {
        return Stream.of("a1".repeat(26), "x".repeat(76) + "AZDO" + "FAKE", " " + "Z".repeat(52) + "\n");
    }

    @ParameterizedTest
    @MethodSource("personalAccessTokens")
    void recognisesAPersonalAccessTokenByItsShape(String value) {
        assertThat(Secret.of(value).isPersonalAccessToken()).isTrue();
    }

    static Stream<String> otherTokens() {
        return Stream.of(
                "fake",
                "eyJfake.fake.fake",
                "eyJfake.fake.fake.fake.fake",
                "a".repeat(51),
                "a".repeat(53),
                "a".repeat(51) + ".",
                "\u0431".repeat(52),
                "x".repeat(84),
                "x".repeat(75) + "AZDO" + "FAKEx",
                "x".repeat(76) + "azdo" + "FAKE",
                "x".repeat(76) + "AZDO" + "FAKES");
    }

    @ParameterizedTest
    @MethodSource("otherTokens")
    void takesNothingElseForAPersonalAccessToken(String value) {
        assertThat(Secret.of(value).isPersonalAccessToken()).isFalse();
    }
}
