package io.github.aikidoconnect.maven.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Connectivity;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.PullRequestChecks;
import io.github.aikidoconnect.Region;
import io.github.aikidoconnect.RepositorySettings;
import io.github.aikidoconnect.Sensitivity;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The file that maps projects to workspaces, and the schema that is published for it. */
class ConfigReaderTest {

    static final String ALL = """
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

    static final Path EXAMPLES = Path.of("..", "examples", "organization");

    static ConfigFile read(String yaml) {
        try {
            return ConfigReader.read("aikido-connect.yml", yaml);
        } catch (ConfigException e) {
            throw new AssertionError(e);
        }
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
}
