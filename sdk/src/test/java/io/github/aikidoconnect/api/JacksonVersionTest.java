package io.github.aikidoconnect.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import org.junit.jupiter.api.Test;

/** The build runs the tests of JSON with two versions of Jackson: its own, and the one that Jenkins brings. */
class JacksonVersionTest {

    @Test
    void theJacksonAtWorkIsTheOneThatTheBuildMeans() {
        String expected = System.getProperty("jackson.expected");

        assertThat(PackageVersion.VERSION.toString()).isEqualTo(expected);
        assertThat(com.fasterxml.jackson.core.json.PackageVersion.VERSION.toString())
                .isEqualTo(expected);
    }
}
