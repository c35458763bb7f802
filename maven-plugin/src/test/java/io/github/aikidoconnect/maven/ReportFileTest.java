package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFileTest {

    private static final ConnectReport REPORT = ConnectReport.notStarted(
            Goal.CHECK,
            ConnectRequest.builder().organization("contoso").project("Shop").build(),
            Instant.EPOCH,
            new Problem(ProblemCode.CONFIGURATION, "It is wrong.", "Do this."));

    @TempDir
    Path directory;

    @Test
    void goesIntoTheBuildDirectory() throws Exception {
        Build build = new Build();
        build.setDirectory(directory.resolve("out").toString());
        Model model = new Model();
        model.setBuild(build);
        MavenProject project = new MavenProject(model);
        project.setFile(directory.resolve("pom.xml").toFile());

        assertThat(ReportFile.of(null, Goal.CONNECT, project, directory).path())
                .isEqualTo(directory.resolve("out/aikido/connect-report.json"));
    }

    @Test
    void goesBelowTheExecutionRootWithoutAPom() throws Exception {
        assertThat(ReportFile.of(null, Goal.STATUS, new MavenProject(new Model()), directory)
                        .path())
                .isEqualTo(directory.resolve("target/aikido/status-report.json"));
    }

    @Test
    void makesTheFoldersAndReplacesAnOldReport() throws Exception {
        Path file = directory.resolve("a/b/report.json");
        ReportFile report = given(file);

        report.write(REPORT);
        Files.writeString(file, "old");
        report.write(REPORT);

        assertThat(file).content().contains("\"outcome\" : \"failed\"").contains("It is wrong.");
        assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void saysWhichFileCannotBeWritten() throws Exception {
        Path taken = Files.writeString(directory.resolve("taken"), "");

        assertThatThrownBy(() -> given(taken.resolve("report.json")).write(REPORT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be written to " + taken.resolve("report.json"));
    }

    @Test
    void leavesNothingHalfWritten() throws Exception {
        Path folder = directory.resolve("report.json");
        Files.createDirectories(folder.resolve("full"));

        assertThatThrownBy(() -> given(folder).write(REPORT)).isInstanceOf(ConfigurationException.class);

        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(folder);
        }
    }

    @ParameterizedTest
    @CsvSource({"report.json, report.html", "a.b.JSON, a.b.html", "report, report.html", "page.html, page.html.html"})
    void putsThePageBesideTheJson(String json, String page) throws Exception {
        assertThat(given(directory.resolve(json)).page()).isEqualTo(directory.resolve(page));
    }

    @Test
    void writesThePageWithoutTouchingTheJson() throws Exception {
        ReportFile report = given(directory.resolve("report.json"));

        report.write(REPORT);
        report.writePage(REPORT);

        assertThat(report.path()).content().startsWith("{");
        assertThat(report.page()).content().startsWith("<!DOCTYPE html>").contains("It is wrong.");
    }

    @Test
    void leavesTheJsonAndNoOldPageWhereThePageCannotBeWritten() throws Exception {
        ReportFile report = given(directory.resolve("report.json"));
        report.write(REPORT);
        Files.createDirectories(report.page().resolve("full"));

        assertThatThrownBy(() -> report.writePage(REPORT)).isInstanceOf(IOException.class);

        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(report.path(), report.page());
        }
    }

    @Test
    void writesHalfACharacterOfANameAsOneThatIsNotKnown() throws Exception {
        ConnectReport half = ConnectReport.notStarted(
                Goal.CHECK,
                ConnectRequest.builder().build(),
                Instant.EPOCH,
                new Problem(ProblemCode.CONFIGURATION, "\ud800 is wrong.", "Do this."));
        ReportFile report = given(directory.resolve("report.json"));

        report.write(half);
        report.writePage(half);

        assertThat(report.path()).content().contains(" is wrong.");
        assertThat(report.page()).content().contains(" is wrong.");
    }

    @Test
    void findsOutBeforeTheWorkThatAFileCannotBeWritten() throws Exception {
        Path taken = Files.writeString(directory.resolve("taken"), "");
        Path linked = Files.createSymbolicLink(directory.resolve("linked"), directory.resolve("nowhere"));

        for (Path path : List.of(taken.resolve("report.json"), directory, linked, Path.of("/dev/null"))) {
            assertThatThrownBy(() -> given(path).verify())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("cannot be written to " + path);
        }
        assertThat(directory.resolve("nowhere")).doesNotExist();
        assertThat(Files.isRegularFile(Path.of("/dev/null"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void leavesNothingBehindWhereItOnlyFindsOut() throws Exception {
        Path file = directory.resolve("a/report.json");

        given(file).verify();

        assertThat(file.getParent()).isEmptyDirectory();
    }

    @Test
    void refusesAPathThatCannotBeThatOfAFile() {
        assertThatThrownBy(() -> given(Path.of("/")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("\"/\" is not the path of a file.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsTheModeOfAnOldReport() throws Exception {
        Path file = directory.resolve("report.json");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));

        given(file).write(REPORT);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsNoLinkThatIsPlantedForThePage() throws Exception {
        ReportFile report = given(directory.resolve("report.json"));
        Path target = Files.writeString(directory.resolve("target"), "untouched");
        Files.createSymbolicLink(report.page(), target);

        report.write(REPORT);
        assertThatThrownBy(() -> report.writePage(REPORT)).isInstanceOf(IOException.class);

        assertThat(target).hasContent("untouched");
    }

    private ReportFile given(Path file) throws ConfigurationException {
        return ReportFile.of(file.toFile(), Goal.CHECK, new MavenProject(new Model()), directory);
    }
}
