package io.github.aikidoconnect.maven.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.maven.page.RunPage.Severity;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AnnotationsTest {

    private static final Problem EVIL = new Problem(
            ProblemCode.AZURE_PROJECT_NOT_FOUND,
            "There is no \"100%25\r\n##vso[task.complete result=Succeeded;]\".",
            "Do::this.");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void azurePipelinesShowsIssuesAndASummary() throws Exception {
        show(Map.of("TF_BUILD", "True"), List.of(Reports.PARTIAL), Severity.ERROR);

        assertThat(lines())
                .containsExactly(
                        "##vso[task.logissue type=error;code=PARTIAL][PARTIAL] 1 of 3 repositories could not be"
                                + " activated. Run it again.",
                        "##vso[task.logissue type=warning;code=scope.excess]It may write code, too. Take that away.",
                        "##vso[task.uploadsummary]" + folder.resolve("connect-summary.md"));
        assertThat(folder.resolve("connect-summary.md")).content().startsWith("## Aikido connect: Shop Front\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followNoLinkInThePlaceOfTheSummary() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "untouched");
        Path step = Files.createSymbolicLink(folder.resolve("step-summary"), target);
        Files.createSymbolicLink(folder.resolve("connect-summary.md"), target);

        assertThatIOException()
                .isThrownBy(() -> show(Map.of("TF_BUILD", "True"), List.of(Reports.PARTIAL), Severity.ERROR));
        assertThatIOException()
                .isThrownBy(() -> show(
                        Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", step.toString()),
                        List.of(Reports.PARTIAL),
                        Severity.ERROR));

        assertThat(target).hasContent("untouched");
    }

    @Test
    void azurePipelinesTakesNoCommandFromAName() throws Exception {
        show(Map.of("TF_BUILD", "True"), List.of(EVIL), Severity.WARNING);

        assertThat(lines().get(0))
                .isEqualTo("##vso[task.logissue type=warning;code=AZURE_PROJECT_NOT_FOUND][AZURE_PROJECT_NOT_FOUND]"
                        + " There is no \"100%AZP2525 ##vso[task.complete result=Succeeded;]\". Do::this.");
    }

    @Test
    void gitHubActionsShowsAnnotationsAndKeepsOtherStepsSummaries() throws Exception {
        Path summary = folder.resolve("step-summary");
        Files.writeString(summary, "# Another step\n");

        show(
                Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString()),
                List.of(Reports.PARTIAL),
                Severity.ERROR);

        assertThat(lines())
                .containsExactly(
                        "::error title=Aikido PARTIAL::[PARTIAL] 1 of 3 repositories could not be activated. Run it again.",
                        "::warning title=Aikido scope.excess::It may write code, too. Take that away.");
        assertThat(summary).content().startsWith("# Another step\n## Aikido connect: Shop Front\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.md");
    }

    @Test
    void gitHubActionsTakesNoCommandFromAName() throws Exception {
        show(Map.of("GITHUB_ACTIONS", "true"), List.of(EVIL), Severity.ERROR);

        assertThat(lines().get(0))
                .isEqualTo("::error title=Aikido AZURE_PROJECT_NOT_FOUND::[AZURE_PROJECT_NOT_FOUND] There is no"
                        + " \"100%2525 ##vso[task.complete result=Succeeded;]\". Do::this.");
    }

    @Test
    void showsNoMoreIssuesThanTheServiceDoes() throws Exception {
        show(Map.of("GITHUB_ACTIONS", "true"), Collections.nCopies(30, EVIL), Severity.ERROR);

        assertThat(lines()).filteredOn(line -> line.startsWith("::error")).hasSize(10);
    }

    @Test
    void printsNothingAnywhereElse() throws Exception {
        show(Map.of("TF_BUILD", "False", "GITHUB_ACTIONS", "", "JENKINS_URL", "x"), List.of(EVIL), Severity.ERROR);

        assertThat(lines()).containsExactly("");
        assertThat(folder).isEmptyDirectory();
    }

    private void show(Map<String, String> environment, List<Problem> problems, Severity severity) throws Exception {
        RunPage page = RunPage.of(environment, new PrintStream(printed, true, StandardCharsets.UTF_8));
        new Annotations(page).show(Reports.partial(), problems, severity, folder.resolve("connect-report.json"));
    }

    private List<String> lines() {
        return List.of(printed.toString(StandardCharsets.UTF_8).split("\\R"));
    }
}
