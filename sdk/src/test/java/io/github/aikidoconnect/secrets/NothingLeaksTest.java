package io.github.aikidoconnect.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.contract.SecretSearch;
import io.github.aikidoconnect.testing.EveryFault;
import io.github.aikidoconnect.testing.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No secret is in anything that any goal gives away under any fault: output, logs, reports, threads, files. */
class NothingLeaksTest {

    private static final Pattern RUNS = Pattern.compile("runs: (\\d+)");

    @Test
    @Timeout(1800)
    void ofTheSecretsWhateverGoesWrong(@TempDir Path folder) throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        Path output = folder.resolve("output");

        int status = Jvm.run(EveryFault.class, List.of("-Djava.io.tmpdir=" + files, "-Duser.home=" + files), output);

        assertThat(status).as("the last lines are in the output").isZero();
        assertThat(lines(
                        output, lines -> lines.filter(line -> RUNS.matcher(line).matches())))
                .singleElement()
                .satisfies(line ->
                        assertThat(Integer.parseInt(line.replaceAll("\\D", ""))).isGreaterThanOrEqualTo(300));
        assertThat(lines(output, lines -> lines.filter(line -> line.contains("Exception in thread"))))
                .isEmpty();
        for (String expected : List.of("******", "aikido-connect-")) {
            assertThat(lines(
                            output,
                            lines -> lines.filter(line -> line.contains(expected))
                                    .limit(1)))
                    .as(expected)
                    .isNotEmpty();
        }
        SecretSearch search = SecretSearch.of(
                EveryFault.PAT,
                EveryFault.CLIENT_SECRET,
                EveryFault.ACCESS_TOKEN,
                EveryFault.ENTRA_TOKEN,
                EveryFault.MADE);
        assertThat(lines(
                        output,
                        lines -> lines.flatMap(line -> search.in(line).stream()).limit(10)))
                .isEmpty();
        assertThat(search.below(files)).isEmpty();
        assertThat(files).isNotEmptyDirectory();
        SecretSearch planted = SecretSearch.of(EveryFault.PLANTED);
        assertThat(lines(output, lines -> lines.limit(10).flatMap(line -> planted.in(line).stream())))
                .as("what is planted is found, so what is not planted would be")
                .isNotEmpty();
    }

    /** The output has some hundred megabytes, so it is never in memory as a whole. */
    private static List<String> lines(Path output, UnaryOperator<Stream<String>> use) {
        try (Stream<String> lines = Files.lines(output)) {
            return use.apply(lines).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
