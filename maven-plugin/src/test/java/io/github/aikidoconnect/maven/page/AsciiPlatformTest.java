package io.github.aikidoconnect.maven.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.contract.Jvm;
import io.github.aikidoconnect.maven.page.RunPage.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Java of its own whose platform charset is US-ASCII, as in many containers: the run page is UTF-8 in any case. */
class AsciiPlatformTest {

    @TempDir
    Path folder;

    @Test
    void writesTheSummariesInUtf8() throws Exception {
        Path output = folder.resolve("output.txt");
        Path gitHub = folder.resolve("step-summary.md");
        ProcessBuilder java = new ProcessBuilder(
                Jvm.command(Main.class, List.of("-Dfile.encoding=US-ASCII"), folder.toString(), gitHub.toString()));
        java.environment().putAll(Map.of("LANG", "C", "LC_ALL", "C"));

        int status = Jvm.exitStatus(Jvm.start(java, output));

        String printed = Files.readString(output);
        assertThat(status).as(printed).isZero();
        assertThat(printed).contains("##vso[task.uploadsummary]").contains("::warning");
        for (Path summary : List.of(folder.resolve("connect-summary.md"), gitHub)) {
            assertThat(new String(Files.readAllBytes(summary), StandardCharsets.UTF_8))
                    .contains("Zahlungs Übersicht \ufffd", "支払い");
        }
    }

    /** What runs there. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws Exception {
            ConnectReport report = Reports.of(
                    "Zahlungs Übersicht \ud83d",
                    List.of(Reports.repository("支払い", Action.ACTIVATE, Result.FAILED)),
                    List.of(Reports.PARTIAL));
            Path file = Path.of(arguments[0], "connect-report.json");
            for (Map<String, String> environment : List.of(
                    Map.of("TF_BUILD", "True"),
                    Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", arguments[1]))) {
                RunPage page = RunPage.of(environment, RunPage.standardOutput());
                new Annotations(page).show(report, report.problems(), Severity.ERROR, file);
            }
        }
    }
}
