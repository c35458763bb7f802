package io.github.aikidoconnect.maven.config;

import static io.github.aikidoconnect.maven.config.ConfigReaderTest.ALL;
import static io.github.aikidoconnect.maven.config.ConfigReaderTest.EXAMPLES;
import static io.github.aikidoconnect.maven.config.ConfigReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema of the file accepts and refuses the same files. */
class ConfigSchemaTest {

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
    @MethodSource("io.github.aikidoconnect.maven.config.ConfigMistakesTest#mistakes")
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
