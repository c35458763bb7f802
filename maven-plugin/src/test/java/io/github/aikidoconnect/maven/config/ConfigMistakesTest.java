package io.github.aikidoconnect.maven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake in a file, and the message that names its line. */
class ConfigMistakesTest {

    private static String mistake(String yaml) {
        try {
            ConfigReader.read("aikido-connect.yml", yaml);
        } catch (ConfigException e) {
            assertThat(e.isInFile()).isTrue();
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("nothing is wrong with " + yaml);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("", "aikido-connect.yml is empty"),
                Arguments.of(
                        "- a",
                        "aikido-connect.yml, line 1: the file is not a mapping of keys to values;"
                                + " line 1: \"projects\" has no entries"),
                Arguments.of("organization: contoso", "aikido-connect.yml, line 1: \"projects\" has no entries"),
                Arguments.of(
                        "organization: contoso\nprojects: []",
                        "aikido-connect.yml, line 2: \"projects\" has no entries"),
                Arguments.of("projects:\n  - project: [a\n", "aikido-connect.yml is not valid YAML, line 3"),
                Arguments.of(
                        "projects:\n  - Shop",
                        "aikido-connect.yml, line 2: an element of \"projects\" is not a mapping of keys to values; "
                                + "line 2: an element of \"projects\" has no \"project\""),
                Arguments.of("projects:\n  - project:\n", "aikido-connect.yml, line 2: \"project\" is not a text"),
                Arguments.of(
                        "projects:\n  - region: eu\n",
                        "aikido-connect.yml, line 2: an element of \"projects\" has no" + " \"project\""),
                Arguments.of(
                        "projects:\n  - project: a\n    project: b\n",
                        "aikido-connect.yml, line 3: \"project\" occurs twice"),
                Arguments.of(
                        "project:\n  - project: a\n",
                        "aikido-connect.yml, line 1: \"project\" is not a valid key; valid keys: organization, "
                                + "azureUrl, aikidoUrl, auth, azureServerId, azureTokenEnv, tenantId, clientId, "
                                + "defaults, projects; line 1: \"projects\" has no entries"),
                Arguments.of(
                        "projects:\n  - project: pay-[\n",
                        "aikido-connect.yml, line 2: this is not a valid glob: the class"
                                + " that begins with [ has no end"),
                Arguments.of(
                        "projects:\n  - project: a\n    includes: x\n",
                        "aikido-connect.yml, line 3: \"includes\" is not a list"),
                Arguments.of(
                        "projects:\n  - project: a\n    excludes:\n      - ok\n      - \"{x}\"\n",
                        "aikido-connect.yml," + " line 5: this is not a valid glob: no repository has { in its name"),
                Arguments.of(
                        "projects:\n  - project: a\n    region: mars\n",
                        "aikido-connect.yml, line 3: \"region\" has an invalid value; valid values: eu, us, au, me"),
                Arguments.of(
                        "projects:\n  - project: a\n    handover: maybe\n",
                        "aikido-connect.yml, line 3: \"handover\" has an invalid value; valid values: auto, always, never"),
                Arguments.of(
                        "projects:\n  - project: a\n    prune: yes\n",
                        "aikido-connect.yml, line 3: \"prune\" must be true or false"),
                Arguments.of(
                        "projects:\n  - project: a\n    prune: !!bool maybe\n",
                        "aikido-connect.yml, line 3: \"prune\" must be true or false"),
                Arguments.of(
                        "projects:\n  - project: a\n    envPrefix: \"{project}-prod\"\n",
                        "aikido-connect.yml, line 3: \"envPrefix\" is not a valid beginning of a variable's name"),
                Arguments.of(
                        "projects:\n  - project: a\n    pruneLimit: 101\n",
                        "aikido-connect.yml, line 3:" + " \"pruneLimit\" must be a whole number from 0 to 100"),
                Arguments.of(
                        "projects:\n  - project: a\n    callsPerMinute: many\n",
                        "aikido-connect.yml, line 3:" + " \"callsPerMinute\" must be a whole number from 1 to 10000"),
                Arguments.of(
                        "projects:\n  - project: a\n    settings: {labels: [x]}\n",
                        "aikido-connect.yml, line 3: \"settings\" is not a list"),
                Arguments.of(
                        "projects:\n  - project: a\n    settings:\n      - sensitivity: secret\n",
                        "aikido-connect.yml, line 4: \"sensitivity\" has an invalid value; valid values: extreme,"
                                + " sensitive, normal, not_sensitive, no_data"),
                Arguments.of(
                        "projects:\n  - project: a\n    settings:\n      - connectivity: yes\n",
                        "aikido-connect.yml, line 4: \"connectivity\" has an invalid value; valid values: connected,"
                                + " not_connected, unknown"),
                Arguments.of(
                        "projects:\n  - project: a\n    settings:\n      - label: x\n",
                        "aikido-connect.yml, line 4: \"label\" is not a valid key; valid keys: repositories,"
                                + " sensitivity, connectivity, labels, team, excludePaths, devDependencies; line 4: an"
                                + " element of \"settings\" has no setting"),
                Arguments.of(
                        "projects:\n  - project: a\n    settings:\n      - team: \"{Project}\"\n",
                        "aikido-connect.yml, line 4: \"team\" has an invalid placeholder; valid placeholders:"
                                + " {project}, {organization}, {repository}"),
                Arguments.of(
                        "defaults:\n  settings:\n    - repositories: [a]\nprojects:\n  - project: a\n",
                        "aikido-connect.yml, line 3: an element of \"settings\" has no setting"),
                Arguments.of(
                        "projects:\n  - project: a\n    pullRequestChecks:\n      failOn: [sast, codeQuality]\n",
                        "aikido-connect.yml, line 4: \"failOn\" has an invalid value; valid values: dependency, sast,"
                                + " iac, secrets, malware"),
                Arguments.of(
                        "projects:\n  - project: a\n    pullRequestChecks:\n      minimumSeverity: none\n",
                        "aikido-connect.yml, line 4: \"minimumSeverity\" has an invalid value; valid values: low,"
                                + " medium, high, critical, always_pass_check"),
                Arguments.of(
                        "projects:\n  - project: a\n    envPrefix: 1 A\n",
                        "aikido-connect.yml, line 3: \"envPrefix\"" + " is not a valid beginning of a variable's name"),
                Arguments.of(
                        "azureUrl: ftp://tfs.example.com\nprojects:\n  - project: a\n",
                        "aikido-connect.yml, line 1: \"azureUrl\" is not a URL that begins with https://"),
                Arguments.of(
                        "aikidoUrl: [x]\nprojects:\n  - project: a\n",
                        "aikido-connect.yml, line 1: \"aikidoUrl\" is not a text"),
                Arguments.of(
                        "auth: password\nprojects:\n  - project: a\n",
                        "aikido-connect.yml, line 1: \"auth\" has an invalid value; valid values: auto, pat, bearer,"
                                + " service-principal, workload-identity, managed-identity"),
                Arguments.of(
                        "azureTokenEnv: MY-PAT\nprojects:\n  - project: a\n",
                        "aikido-connect.yml, line 1: \"azureTokenEnv\" is not a valid name of a variable"),
                Arguments.of(
                        "auth: managed-identity\nazureServerId: aikido-x\nprojects:\n  - project: a\n",
                        "aikido-connect.yml, line 2: \"azureServerId\" has no use with \"auth\": managed-identity"),
                Arguments.of(
                        "auth: service-principal\nazureTokenEnv: AIKIDO_PAT\nprojects:\n  - project: a\n",
                        "aikido-connect.yml, line 2: \"azureTokenEnv\" has no use with \"auth\": service-principal"),
                Arguments.of(
                        "projects:\n  - project: a\n    serverId: x\n    envPrefix: X\n",
                        "aikido-connect.yml, line 4:" + " \"serverId\" and \"envPrefix\" cannot both be set"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrongAndInWhichLine(String yaml, String message) {
        assertThat(mistake(yaml)).isEqualTo(message);
    }

    @Test
    void saysAllMistakesAtOnce() {
        assertThat(mistake("""
                        organisation: contoso
                        projects:
                          - project: Shop
                            exclude: ["*-archive"]
                            prune: maybe
                        """))
                .startsWith("aikido-connect.yml, line 1: \"organisation\" is not a valid key; valid keys: "
                        + "organization, azureUrl,")
                .contains("; line 4: \"exclude\" is not a valid key; valid keys: project, serverId, envPrefix, "
                        + "region, includes,")
                .endsWith("; line 5: \"prune\" must be true or false");
    }

    @Test
    void saysThatThereIsNoFile(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("aikido-connect.yml");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ConfigReader.read(missing))
                .withMessage("The file was not found: " + missing)
                .asInstanceOf(type(ConfigException.class))
                .extracting(ConfigException::isInFile)
                .isEqualTo(false);

        Path latin = Files.write(folder.resolve("latin.yml"), "projects: ü".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ConfigReader.read(latin))
                .withMessageContaining("cannot be read as UTF-8 text");
        assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> ConfigReader.read(folder));
    }

    @Test
    void endsWhereTheFileIsNestedWithoutEnd() {
        assertThat(mistake("[".repeat(20_000))).startsWith("aikido-connect.yml is not readable YAML");
    }
}
