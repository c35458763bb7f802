package io.github.aikidoconnect.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.internal.limit.FastTime;
import io.github.aikidoconnect.internal.run.InjectedTime;
import io.github.aikidoconnect.testing.MainRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The calls of the main runs are those in {@code main-runs.txt}, which was recorded with the version of the SDK before its
 * packages were divided into API and internals. A change of behaviour changes the file on purpose; the calls of today are in
 * {@code target/main-runs.txt}.
 */
class MainRunsTest {

    private static final Path RECORDED = Path.of("src", "test", "resources", "main-runs.txt");

    @Test
    void makeTheRecordedCalls() throws IOException {
        List<String> calls =
                MainRuns.record(() -> InjectedTime.builder(new FastTime()).build());
        Files.write(Path.of("target", "main-runs.txt"), calls);

        assertThat(calls).containsExactlyElementsOf(Files.readAllLines(RECORDED));
    }
}
