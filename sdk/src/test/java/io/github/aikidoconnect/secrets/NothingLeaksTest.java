package io.github.aikidoconnect.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.contract.Jvm;
import io.github.aikidoconnect.contract.SecretSearch;
import io.github.aikidoconnect.testing.EveryFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        SecretSearch search = SecretSearch.of(
                EveryFault.PAT,
                EveryFault.CLIENT_SECRET,
                EveryFault.ACCESS_TOKEN,
                EveryFault.ENTRA_TOKEN,
                EveryFault.MADE);
        Set<String> lines = distinctLines(output);
        assertThat(lines)
                .filteredOn(line -> RUNS.matcher(line).matches())
                .singleElement()
                .satisfies(line -> {
                    System.out.println("   " + line + " under faults, none of which gives a secret away");
                    assertThat(Integer.parseInt(line.replaceAll("\\D", ""))).isGreaterThanOrEqualTo(300);
                });
        assertThat(lines.stream().filter(line -> line.contains("Exception in thread")))
                .isEmpty();
        assertThat(lines).anyMatch(line -> line.contains("******")).anyMatch(line -> line.contains("aikido-connect-"));
        assertThat(lines.stream().flatMap(line -> search.in(line).stream()).limit(10))
                .isEmpty();
        assertThat(search.below(files)).isEmpty();
        assertThat(files).isNotEmptyDirectory();
        SecretSearch planted = SecretSearch.of(EveryFault.PLANTED);
        assertThat(lines.stream()
                        .filter(line -> line.startsWith("planted "))
                        .flatMap(line -> planted.in(line).stream()))
                .as("what is planted is found, so what is not planted would be")
                .isNotEmpty();
    }

    /** Returns the lines, each once: a line that is printed a thousand times holds no more secrets than once. */
    private static Set<String> distinctLines(Path output) throws IOException {
        try (Stream<String> lines = Files.lines(output)) {
            return lines.collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }
}
