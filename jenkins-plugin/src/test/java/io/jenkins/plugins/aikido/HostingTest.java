package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/**
 * What the Jenkins project requires of the repository of a plugin, point by point. This folder is published as such a
 * repository, so that it must not lean on what is around it.
 *
 * <p>Read in https://www.jenkins.io/doc/developer/publishing/requesting-hosting/ and in the checks of
 * https://github.com/jenkins-infra/repository-permissions-updater on 2026-11-27.
 */
class HostingTest {

    private static Document pom;

    @BeforeAll
    static void readPom() throws Exception {
        pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "LICENSE",
                "CHANGELOG.md",
                "CONTRIBUTING.md",
                ".gitignore",
                "Jenkinsfile",
                ".github/CODEOWNERS",
                ".github/dependabot.yml",
                ".github/workflows/cd.yaml",
                ".github/workflows/jenkins-security-scan.yml",
                ".mvn/extensions.xml",
                ".mvn/maven.config"
            })
    void theRepositoryHasTheFile(String file) {
        assertThat(Path.of(file)).isNotEmptyFile();
    }

    @Test
    void theCoordinatesAreAPlugins() throws Exception {
        assertThat(pom("groupId")).isEqualTo("io.jenkins.plugins");
        assertThat(pom("artifactId"))
                .matches("[a-z][a-z0-9-]*")
                .doesNotContain("jenkins")
                .doesNotEndWith("-plugin");
        assertThat(pom("name")).doesNotContainIgnoringCase("jenkins").doesNotContainIgnoringCase("plugin");
        assertThat(pom("packaging")).isEqualTo("hpi");
        assertThat(pom("licenses/license/name")).isEqualTo("MIT");
    }

    @Test
    void theVersionIsGivenByContinuousDelivery() throws Exception {
        assertThat(pom("version")).isEqualTo("${changelist}");
        assertThat(pom("properties/changelist")).isEqualTo("999999-SNAPSHOT");
        assertThat(text(".mvn/maven.config")).contains("-Dchangelist.format=%d.v%s", "-Pmight-produce-incrementals");
        assertThat(text(".mvn/extensions.xml")).contains("git-changelist-maven-extension");
        assertThat(text(".github/workflows/cd.yaml")).contains("maven-cd.yml@v1", "check_run", "secrets.MAVEN_TOKEN");
    }

    @Test
    void urlAndScmAreThoseOfTheRepositoryOfTheJenkinsProject() throws Exception {
        assertThat(pom("properties/gitHubRepo")).isEqualTo("jenkinsci/${project.artifactId}-plugin");
        assertThat(pom("url")).isEqualTo("https://github.com/jenkinsci/${project.artifactId}-plugin");
        assertThat(pom("scm/connection")).isEqualTo("scm:git:https://github.com/${gitHubRepo}.git");
        assertThat(pom("scm/developerConnection")).isEqualTo("scm:git:git@github.com:${gitHubRepo}.git");
        assertThat(pom("scm/url")).isEqualTo("https://github.com/${gitHubRepo}");
        assertThat(pom("scm/tag")).isEqualTo("${scmTag}");
    }

    @Test
    void theParentIsOfTheLineOfJenkinsAndTheBomToo() throws Exception {
        assertThat(pom("parent/groupId")).isEqualTo("org.jenkins-ci.plugins");
        assertThat(pom("parent/artifactId")).isEqualTo("plugin");
        assertThat(pom("properties/jenkins.version")).isEqualTo("${jenkins.baseline}.2");
        assertThat(pom("dependencyManagement/dependencies/dependency/artifactId"))
                .isEqualTo("bom-${jenkins.baseline}.x");
    }

    @ParameterizedTest
    @CsvSource({
        "ban-commons-lang-2.skip, false",
        "ban-deprecated-stapler.skip, false",
        "ban-junit4-imports.skip, false",
        "banObsoleteDependencyOverrides.skip, false",
        "hpi.strictBundledArtifacts, true",
        "spotless.check.skip, false"
    })
    void aCheckOfTheParentIsOn(String property, String value) throws Exception {
        assertThat(pom("properties/" + property)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maven.compiler.release", "maven.compiler.source", "maven.compiler.target", "java.level"})
    void theVersionOfJavaIsTheParents(String property) throws Exception {
        assertThat(pom("properties/" + property)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"repositories/repository", "pluginRepositories/pluginRepository"})
    void theRepositoryForArtifactsIsJenkinss(String path) throws Exception {
        assertThat(pom(path + "/url")).isEqualTo("https://repo.jenkins-ci.org/public/");
    }

    @Test
    void theJenkinsfileHasOnePlainBuildPlugin() throws Exception {
        String code = text("Jenkinsfile").replaceAll("(?m)^//.*\\R", "").strip();

        assertThat(code).startsWith("buildPlugin(").endsWith(")").doesNotContain("withEnv", "node(");
        assertThat(code.split("buildPlugin\\(", -1)).hasSize(2);
        assertThat(code).contains("[platform: 'linux', jdk: 25]", "[platform: 'windows', jdk: 21]");
    }

    @Test
    void gitIgnoresWhatBuildsMake() throws Exception {
        assertThat(lines(".gitignore")).contains("target/", "work/");
    }

    @Test
    void theOwnersAreThePluginsTeam() throws Exception {
        assertThat(lines(".github/CODEOWNERS")).containsExactly("* @jenkinsci/aikido-connect-plugin-developers");
    }

    @Test
    void dependabotLooksAtMavenAndAtActions() throws Exception {
        assertThat(text(".github/dependabot.yml"))
                .contains("package-ecosystem: maven", "package-ecosystem: github-actions");
    }

    @Test
    void theSecurityScanRunsOnJava21() throws Exception {
        assertThat(text(".github/workflows/jenkins-security-scan.yml"))
                .contains("jenkins-security-scan.yaml@v2", "java-version: 21");
    }

    @Test
    void aLinkOrAPictureOfThisFolderIsInThisFolder() throws Exception {
        for (String file : List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md")) {
            Matcher link = Pattern.compile("\\]\\(([^):#]+)\\)").matcher(text(file));
            while (link.find()) {
                assertThat(link.group(1)).doesNotStartWith("..");
                assertThat(Path.of(link.group(1))).exists();
            }
        }
    }

    @Test
    void theDescriptionOfThePluginIsThere() throws Exception {
        assertThat(text("src/main/resources/index.jelly")).contains("<div>", "Azure DevOps");
    }

    private static String pom(String path) throws Exception {
        return XPathFactory.newInstance()
                .newXPath()
                .evaluate("/project/" + path, pom)
                .strip();
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of(file));
    }

    private static List<String> lines(String file) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.map(String::strip).toList();
        }
    }
}
