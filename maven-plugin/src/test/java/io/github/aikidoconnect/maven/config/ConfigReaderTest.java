package io.github.aikidoconnect.maven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Connectivity;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.PullRequestChecks;
import io.github.aikidoconnect.Region;
import io.github.aikidoconnect.RepositorySettings;
import io.github.aikidoconnect.Sensitivity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The file that maps projects to workspaces, and the schema that is published for it. */
class ConfigReaderTest {

    private static final String ALL = """
            organization: contoso
            azureUrl: https://tfs.example.com/tfs
            aikidoUrl: https://aikido.example.com
            auth: service-principal
            azureServerId: aikido-contoso
            tenantId: 7d1c6f3a-2b94-4f0a-9c1e-5a60b7e4d001
            clientId: c2a8e5b1-90d3-4c37-8f54-1be6a27f0002
            defaults:
              serverId: aikido-{project}
              region: us
              excludes: ["*-archive"]
            projects:
              - project: Shop Front
                envPrefix: SHOP
                region: au
                includes: ["shop-*", Zahlungs Übersicht]
                callsPerMinute: 50
                allowSharedWorkspace: true
                prune: true
                pruneLimit: 0
                scan: true
                handover: never
                settings:
                  - repositories: ["shop-*"]
                    sensitivity: not_sensitive
                    connectivity: connected
                    labels: ["azure:{project}", 2026]
                    team: "{organization} {repository}"
                    excludePaths: [generated/]
                    devDependencies: false
                  - labels: [x]
                createTeams: true
                pullRequestChecks:
                  minimumSeverity: high
                  failOn: [dependency, secrets]
              - project: "pay-*"
            """;

    private static final Path EXAMPLES = Path.of("..", "examples", "organization");

    private static ConfigFile read(String yaml) {
        try {
            return ConfigReader.read("aikido-connect.yml", yaml);
        } catch (ConfigException e) {
            throw new AssertionError(e);
        }
    }

    private static String mistake(String yaml) {
        try {
            ConfigReader.read("aikido-connect.yml", yaml);
        } catch (ConfigException e) {
            assertThat(e.isInFile()).isTrue();
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("nothing is wrong with " + yaml);
    }

    @Test
    void readsEveryKey() {
        ConfigFile file = read(ALL);

        assertThat(file.organization()).isEqualTo("contoso");
        assertThat(file.connection().values())
                .containsEntry("organization", new ConnectionConfig.Value("contoso", 1))
                .containsEntry("azureUrl", new ConnectionConfig.Value("https://tfs.example.com/tfs", 2))
                .containsEntry("auth", new ConnectionConfig.Value("service-principal", 4))
                .containsEntry("azureServerId", new ConnectionConfig.Value("aikido-contoso", 5))
                .hasSize(7);
        assertThat(file.defaults().client()).isEqualTo(new ClientName(ClientName.Place.SERVER, "aikido-{project}"));
        assertThat(file.projects()).extracting(ConfigFile.Entry::project).containsExactly("Shop Front", "pay-*");
        ProjectConfig shop = file.projects().get(0).config();
        assertThat(shop.client()).isEqualTo(new ClientName(ClientName.Place.ENVIRONMENT, "SHOP"));
        ConnectRequest.Builder builder = ConnectRequest.builder();
        file.defaults().addTo(builder);
        shop.addTo(builder);
        ConnectRequest request = builder.build();
        assertThat(request.region()).isEqualTo(Region.AU);
        assertThat(request.includes()).containsExactly("shop-*", "Zahlungs Übersicht");
        assertThat(request.excludes()).containsExactly("*-archive");
        assertThat(request.callsPerMinute()).isEqualTo(50);
        assertThat(request.allowSharedWorkspace()).isTrue();
        assertThat(request.prune()).isTrue();
        assertThat(request.pruneLimit()).isZero();
        assertThat(request.scan()).isTrue();
        assertThat(request.handover()).isEqualTo(Handover.NEVER);
        assertThat(request.afterConnecting().createTeams()).isTrue();
        assertThat(request.afterConnecting().pullRequestChecks())
                .contains(new PullRequestChecks(
                        PullRequestChecks.Severity.HIGH,
                        Set.of(PullRequestChecks.Scan.DEPENDENCY, PullRequestChecks.Scan.SECRETS)));
        assertThat(request.afterConnecting().settings())
                .containsExactly(
                        new RepositorySettings(
                                List.of("shop-*"),
                                Sensitivity.NOT_SENSITIVE,
                                Connectivity.CONNECTED,
                                List.of("azure:{project}", "2026"),
                                "{organization} {repository}",
                                List.of("generated/"),
                                false),
                        new RepositorySettings(List.of(), null, null, List.of("x"), null, List.of(), null));
        assertThat(file.projects().get(1).config()).isEqualTo(ProjectConfig.NONE);
    }

    @Test
    void changesNothingThatTheFileDoesNotSay() {
        ConnectRequest.Builder builder = ConnectRequest.builder().prune(true).excludes(List.of("x"));
        read("projects: [{project: Shop}]").projects().get(0).config().addTo(builder);

        assertThat(builder.build().prune()).isTrue();
        assertThat(builder.build().excludes()).containsExactly("x");
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

    @Test
    void readsAliases() {
        ConfigFile file = read("""
                defaults: {excludes: &archives ["*-archive"]}
                projects:
                  - project: a
                    excludes: *archives
                """);

        assertThat(file.projects()).hasSize(1);
    }

    @Test
    void readsTheExample() throws Exception {
        ConfigFile file = ConfigReader.read(Path.of("..", "examples", "organization", "aikido-connect.yml"));

        assertThat(file.projects())
                .extracting(ConfigFile.Entry::project)
                .containsExactly("Shop Front", "Payments", "Team *", "Team Platform");
        ConnectRequest.Builder payments = ConnectRequest.builder();
        file.defaults().addTo(payments);
        file.projects().get(1).config().addTo(payments);
        assertThat(payments.build().afterConnecting().settings()).hasSize(4);
        assertThat(payments.build().afterConnecting().pullRequestChecks()).isPresent();
    }

    @Test
    void readsTheExampleOfTwoOrganizations() throws Exception {
        ConfigFile contoso = ConfigReader.read(EXAMPLES.resolve("several/contoso.yml"));
        ConfigFile fabrikam = ConfigReader.read(EXAMPLES.resolve("several/fabrikam.yml"));

        assertThat(contoso.organization()).isEqualTo("contoso");
        assertThat(contoso.connection().text("azureTokenEnv")).isEqualTo("CONTOSO_AZURE_DEVOPS_PAT");
        assertThat(fabrikam.organization()).isEqualTo("fabrikam");
        assertThat(fabrikam.connection().text("azureServerId")).isEqualTo("aikido-fabrikam-azure");
        assertThat(fabrikam.namesAllClients()).isTrue();
    }

    @Test
    void readsTheExampleOfTheSettings() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "settings.md"));
        String yaml = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("\n```\n"));

        assertThat(read(yaml).projects())
                .extracting(ConfigFile.Entry::project)
                .containsExactly("Shop Front", "Payments");
        assertThat(schemaErrors(yaml)).isEmpty();
    }

    @Test
    void acceptsWhatTheSchemaAccepts() throws IOException {
        assertThat(schemaErrors(ALL)).isEmpty();
        for (String example : List.of("aikido-connect.yml", "several/contoso.yml", "several/fabrikam.yml")) {
            assertThat(schemaErrors(Files.readString(EXAMPLES.resolve(example))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesWhatTheSchemaRefuses(String yaml, String message) throws IOException {
        // An editor shows no YAML and a glob in its own way, and shows a key that occurs twice by itself.
        if (!yaml.isEmpty()
                && !message.contains(" YAML")
                && !message.contains("glob")
                && !message.contains("twice")
                && !yaml.contains("!!")) {
            assertThat(schemaErrors(yaml)).as(yaml).isNotEmpty();
        }
    }

    @Test
    void hasTheKeysOfTheSchema() throws IOException {
        assertThat(new JsonMapper().readTree(schema()).at("/properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(ConfigReader.TOP);
        JsonNode settings = new JsonMapper().readTree(schema()).at("/$defs/settings/properties");

        assertThat(settings.fieldNames()).toIterable().containsExactlyElementsOf(ConfigReader.SETTINGS);
        assertThat(settings.at("/settings/items/properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(SettingsReader.KEYS);
        assertThat(settings.at("/pullRequestChecks/properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(PullRequestChecksReader.KEYS);
    }

    private static List<String> schemaErrors(String yaml) throws IOException {
        LoadSettings lenient =
                LoadSettings.builder().setAllowDuplicateKeys(true).build();
        String json = new JsonMapper().writeValueAsString(new Load(lenient).loadFromString(yaml));
        Validator.Result result = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .validate(schema(), json);
        return result.getErrors().stream()
                .map(error -> error.getInstanceLocation() + " " + error.getError())
                .toList();
    }

    private static String schema() throws IOException {
        return Files.readString(Path.of("..", "docs", "config.schema.json"));
    }
}
