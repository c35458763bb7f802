package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.ConfiguratorRegistry;
import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.Util;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import io.jenkins.plugins.casc.yaml.YamlSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@WithJenkinsConfiguredWithCode
class ConfigurationAsCodeTest {

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
                .withStackTraceContaining("There are two connections called \"twice\"");

        assertThat(AikidoConfiguration.get().getConnections())
                .extracting(Connection::getName)
                .containsExactly("contoso", "fabrikam");
    }

    private static void configure(String yaml) throws ConfiguratorException {
        ConfigurationAsCode.get()
                .configureWith(YamlSource.of(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
    }
}
