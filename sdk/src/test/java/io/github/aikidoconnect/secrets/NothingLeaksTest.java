package io.github.aikidoconnect.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.contract.SecretSearch;
import io.github.aikidoconnect.testing.EveryFault;
import io.github.aikidoconnect.testing.Jvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

        String said = Files.readString(output);
        assertThat(status).as(said.substring(Math.max(0, said.length() - 2000))).isZero();
        Matcher runs = RUNS.matcher(said);
        assertThat(runs.find()).isTrue();
        assertThat(Integer.parseInt(runs.group(1))).isGreaterThanOrEqualTo(300);
        assertThat(said).doesNotContain("Exception in thread").contains("******", "aikido-connect-");
        SecretSearch search = SecretSearch.of(
                EveryFault.PAT,
                EveryFault.CLIENT_SECRET,
                EveryFault.ACCESS_TOKEN,
                EveryFault.ENTRA_TOKEN,
                EveryFault.MADE);
        assertThat(said.lines().flatMap(line -> search.in(line).stream()).limit(10))
                .isEmpty();
        assertThat(search.below(files)).isEmpty();
        assertThat(files).isNotEmptyDirectory();
        assertThat(SecretSearch.of(EveryFault.PLANTED).in(said.substring(0, 1000)))
                .as("what is planted is found, so what is not planted would be")
                .isNotEmpty();
    }
}
