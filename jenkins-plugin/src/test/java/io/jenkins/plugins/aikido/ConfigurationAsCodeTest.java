package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.connection.AikidoConfiguration;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.ConfiguratorRegistry;
import io.jenkins.plugins.casc.SecretSource;
import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.Util;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import io.jenkins.plugins.casc.yaml.YamlSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.TestExtension;

@WithJenkinsConfiguredWithCode
class ConfigurationAsCodeTest {

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    @ConfiguredWithCode("aikido.yml")
    void importsExportsAndImportsAgainTheSame(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        Administrator.addsCredentials();
        List<Connection> imported = AikidoConfiguration.get().getConnections();
        Connection first = imported.get(0);
        assertThat(imported).extracting(Connection::getName).containsExactly("contoso", "fabrikam");
        assertThat(first.getRegion()).isEqualTo("us");
        assertThat(first.getJobs()).isEqualTo("team-a/**");
        assertThat(first.getProjects()).isEqualTo("shop-*");
        assertThat(first.getAzureUrl()).isEqualTo("https://tfs.example.com/tfs");
        assertThat(first.getAikidoUrl()).isEqualTo("https://proxy.example.com/aikido");
        assertThat(first.getCallsPerMinute()).isEqualTo(60);
        assertThat(first.getHandover()).isEqualTo("never");
        assertThat(first.isAllowSharedWorkspace()).isTrue();
        assertThat(first.isAllowSettings()).isTrue();
        assertThat(first.isCreateTeams()).isTrue();
        assertThat(first.getSettings()).hasSize(2);
        assertThat(first.getSettings().get(0).getTeam()).isEqualTo("Payments");
        assertThat(first.getSettings().get(0).settings().devDependencies()).isFalse();

        ConfigurationContext context = new ConfigurationContext(ConfiguratorRegistry.get());
        String exported = Util.toYamlString(Util.getUnclassifiedRoot(context).get("aikido"));
        AikidoConfiguration.get().setConnections(List.of());
        configure("unclassified:\n  aikido:\n" + exported.indent(4));

        assertThat(AikidoConfiguration.get().getConnections())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(imported);
        ByteArrayOutputStream everything = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(everything);
        assertThat(everything.toString(StandardCharsets.UTF_8))
                .contains("tokenCredentialsId: \"azure-devops-token\"")
                .doesNotContain(Shop.TOKEN, Shop.CLIENT_SECRET);
    }

    @Test
    @ConfiguredWithCode("aikido.yml")
    void refusesTwoConnectionsOfOneName(JenkinsConfiguredWithCodeRule jenkins) {
        assertThatExceptionOfType(ConfiguratorException.class)
                .isThrownBy(() -> configure("""
                        unclassified:
                          aikido:
                            connections:
                              - name: "twice"
                              - name: "twice"
                        """))
                .withStackTraceContaining("Two connections have the name \"twice\"");

        assertThat(AikidoConfiguration.get().getConnections())
                .extracting(Connection::getName)
                .containsExactly("contoso", "fabrikam");
    }

    @Test
    void refusesValuesThatCanNeverWorkAndNamesTheConnection(JenkinsConfiguredWithCodeRule jenkins) {
        Map<String, String> mistakes = Map.of(
                "region: moon", "Correct region: \"moon\" is not valid. Valid values: eu, us, au, me.",
                "handover: sometimes",
                        "Correct handover: \"sometimes\" is not valid. Valid values: auto, always, never.",
                "aikidoUrl: http://proxy.example.com", "must begin with https",
                "azureUrl: nonsense", "This is not a valid URL",
                "organization: http://tfs.example.com/contoso", "must begin with https",
                "callsPerMinute: 0", "1 to 10000",
                "callsPerMinute: 20000", "1 to 10000",
                "settings: [{sensitivity: secret}]",
                        "Correct settings: The value of \"sensitivity\" in \"settings\" is not valid. Valid values: extreme,",
                "settings: [{repositories: '[a'}]", "The pattern \"[a\" is not valid");

        mistakes.forEach((line, message) -> assertThatExceptionOfType(ConfiguratorException.class)
                .as(line)
                .isThrownBy(() -> configure(
                        "unclassified:\n  aikido:\n    connections:\n      - name: fabrikam\n        " + line + "\n"))
                .withStackTraceContaining("The connection \"fabrikam\" was not saved.")
                .withStackTraceContaining(message));
        assertThat(AikidoConfiguration.get().getConnections()).isEmpty();
    }

    @Test
    void refusesANameThatCannotBeSeen(JenkinsConfiguredWithCodeRule jenkins) {
        for (String name : List.of("a\\nb", "\\e[31ma", "a\\u202eb")) {
            assertThatExceptionOfType(ConfiguratorException.class)
                    .as(name)
                    .isThrownBy(() ->
                            configure("unclassified:\n  aikido:\n    connections:\n      - name: \"" + name + "\"\n"))
                    .withStackTraceContaining("contains characters that cannot be seen");
        }
        assertThat(AikidoConfiguration.get().getConnections()).isEmpty();
    }

    @Test
    void refusesAPasswordBehindALineBreak(JenkinsConfiguredWithCodeRule jenkins) {
        assertThatExceptionOfType(ConfiguratorException.class)
                .isThrownBy(() -> configure("""
                        unclassified:
                          aikido:
                            connections:
                              - name: fabrikam
                                organization: "https://dev.azure.com/\\nme:marked@dev.azure.com"
                        """))
                .withStackTraceContaining("must not contain a user, password or query")
                .satisfies(e -> assertThat(String.valueOf(e.getCause())).doesNotContain("marked"));
        assertThat(AikidoConfiguration.get().getConnections()).isEmpty();
    }

    @Test
    void theExampleWithAServicePrincipalWorks(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        configure(Files.readString(Path.of("..", "examples", "jenkins", "sign-in.yaml")));
        Connection connection = AikidoConfiguration.get().getConnections().get(0);
        SimulatedServices services = simulated.start(Scenario.shop());

        String page = Visitor.anonymous(jenkins)
                .testsTheConnection(
                        services,
                        Map.of(
                                "organization", connection.getOrganization(),
                                "signIn", connection.getSignIn(),
                                "tenantId", connection.getTenantId(),
                                "principalCredentialsId", connection.getPrincipalCredentialsId(),
                                "clientCredentialsId", connection.getClientCredentialsId(),
                                "tokenCredentialsId", connection.getTokenCredentialsId(),
                                "authorityHost", services.entraUrl()));

        assertThat(page).contains("The connection works", "Azure DevOps accepts the service principal");
    }

    /** The environment that the examples expect. */
    @TestExtension("theExampleWithAServicePrincipalWorks")
    public static final class Environment extends SecretSource {

        @Override
        public Optional<String> reveal(String name) {
            return Optional.ofNullable(Map.of(
                            "AZURE_CLIENT_ID", Shop.IDENTITY_ID,
                            "AZURE_CLIENT_SECRET", Shop.IDENTITY_SECRET,
                            "AZURE_TENANT_ID", Shop.TENANT_ID,
                            "AIKIDO_CLIENT_ID", Shop.CLIENT_ID,
                            "AIKIDO_CLIENT_SECRET", Shop.CLIENT_SECRET)
                    .get(name));
        }
    }

    private static void configure(String yaml) throws ConfiguratorException {
        ConfigurationAsCode.get()
                .configureWith(YamlSource.of(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
    }
}
