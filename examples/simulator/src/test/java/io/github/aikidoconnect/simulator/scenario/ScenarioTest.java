package io.github.aikidoconnect.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    @Test
    void readsWhatItWrites() {
        Scenario shop = Scenario.shop().azure(a -> a.withLimit(new AzureLimit(1, 2, 3, 4)));

        assertThat(Scenario.read(stream(shop.toJson()))).isEqualTo(shop);
    }

    @Test
    void readsTheExampleOfItsDescription() {
        Scenario example = Scenario.read(Path.of("example-scenario.json"));

        assertThat(example.faults()).hasSize(1);
        assertThat(example.aikido().workspaces().get(0).imports().tfvc()).isEqualTo(Imports.Tfvc.PROJECT_ID);
    }

    @Test
    void refusesAKeyThatItDoesNotKnowAndNamesIt() {
        assertThatThrownBy(() -> Scenario.read(stream("{\"azure\":{\"organisations\":[]}}")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("organisations");
    }

    @Test
    void fillsInWhatAFileLeavesOut() {
        Scenario scenario = Scenario.read(
                stream("{\"azure\":{\"organizations\":[{\"name\":\"a\",\"projects\":[{\"name\":\"p\"}]}]}}"));

        Project project = scenario.azure().organizations().get(0).projects().get(0);
        assertThat(project).isEqualTo(Project.of("p"));
        assertThat(project.gitEnabled()).isTrue();
        assertThat(project.state()).isEqualTo("wellFormed");
        assertThat(scenario.azure().pageSize()).isEqualTo(100);
        assertThat(scenario.aikido().tokenLifetimeSeconds()).isEqualTo(3600);
    }

    @Test
    void changesACopyAndNotItself() {
        Scenario shop = Scenario.shop();

        Scenario other = shop.repository("shop-web", r -> r.withSize(1)).token(t -> t.without("vso.code"));

        assertThat(shop).isEqualTo(Scenario.shop());
        assertThat(other).isNotEqualTo(shop);
    }

    @Test
    void givesItsTokensTheFormOfRealOnes() {
        for (String token : List.of(Shop.TOKEN, Shop.UNKNOWN_TOKEN)) {
            assertThat(token).hasSize(84).containsIgnoringCase("fake").containsIgnoringCase("notasecret");
            assertThat(token.substring(76, 80)).isEqualTo("AZDO");
        }
    }

    @Test
    void letsAWiderScopeStandForANarrowerOneOfItsFamilyOnly() {
        Token writer = TokenBuilder.builder().scopes(List.of("vso.code_write")).build();

        assertThat(writer.grants("vso.code")).isTrue();
        assertThat(writer.grants("vso.profile")).isTrue();
        assertThat(writer.grants("vso.project")).isFalse();
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
