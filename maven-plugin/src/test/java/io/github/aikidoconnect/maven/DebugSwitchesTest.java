package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebugSwitchesTest {

    @ParameterizedTest
    @CsvSource({
        "jdk.httpclient.HttpClient.log, headers",
        "jdk.httpclient.HttpClient.log, 'errors,requests'",
        "jdk.httpclient.HttpClient.log, all",
        "jdk.internal.httpclient.debug, true",
        "jdk.internal.httpclient.hpack.debug, err"
    })
    void warnsOfASwitchThatPrintsHeaders(String name, String value) {
        assertThat(DebugSwitches.warning(Map.of(name, value)::get))
                .hasValueSatisfying(warning -> assertThat(warning).contains("-D" + name, "tokens", "Remove"));
    }

    @Test
    void isQuietWithoutSuchASwitch() {
        assertThat(DebugSwitches.warning(Map.of("jdk.httpclient.HttpClient.log", "errors")::get))
                .isEmpty();
        assertThat(DebugSwitches.warning(Map.<String, String>of()::get)).isEmpty();
    }
}
