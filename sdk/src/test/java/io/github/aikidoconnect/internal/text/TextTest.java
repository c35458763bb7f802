package io.github.aikidoconnect.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest
    @CsvSource({
        "PT1S, 1 second",
        "PT30S, 30 seconds",
        "PT0S, 0 seconds",
        "PT5M, 300 seconds",
        "PT0.01S, 10 milliseconds",
        "PT1.5S, 1500 milliseconds",
        "PT0.001S, 1 millisecond"
    })
    void writesADurationAsAPersonReadsIt(Duration duration, String text) {
        assertThat(Text.out(duration)).isEqualTo(text);
    }
}
