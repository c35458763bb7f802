package io.github.aikidoconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(strings = {"", " ", "\n\t"})
    void refusesABlankOne(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(value));
    }

    @Test
    void tellsAJobsTokenFromAPersonalAccessToken() {
        assertThat(Secret.of("eyJfake.fake.fake").isJsonWebToken()).isTrue();
        assertThat(Secret.of("eyJfake").isJsonWebToken()).isFalse();
        assertThat(Secret.of("fake.fake.fake").isJsonWebToken()).isFalse();
    }
}
