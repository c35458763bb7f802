package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/parameters.md} has every parameter of the goals, with its default and its valid values. */
class ParametersDocTest {

    private static final Pattern ROW = Pattern.compile("^\\| (`aikido\\.[^|]+) \\|(.*)\\|([^|]*)\\|$");

    private static final Pattern PROPERTY = Pattern.compile("`(aikido\\.[A-Za-z.]+)`");

    private record Row(String meaning, String byDefault) {}

    private static Map<String, Row> documented() throws Exception {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "parameters.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Matcher property = PROPERTY.matcher(row.group(1));
                while (property.find()) {
                    rows.put(property.group(1), new Row(row.group(2), row.group(3)));
                }
            }
        }
        return rows;
    }

    private static Map<String, String> declared() throws Exception {
        Map<String, String> defaults = new TreeMap<>();
        for (MojoDescriptor goal : Descriptor.read().getMojos()) {
            for (PlexusConfiguration parameter : goal.getMojoConfiguration().getChildren()) {
                String value = parameter.getValue("");
                if (value.startsWith("${aikido.")) {
                    defaults.put(value.substring(2, value.length() - 1), parameter.getAttribute("default-value", ""));
                }
            }
        }
        return defaults;
    }

    @Test
    void hasTheParametersOfTheGoalsAndNoOthers() throws Exception {
        assertThat(documented().keySet())
                .containsExactlyInAnyOrderElementsOf(declared().keySet());
    }

    @Test
    void hasTheDefaultsOfTheGoals() throws Exception {
        Map<String, Row> rows = documented();

        declared().forEach((property, byDefault) -> {
            if (!byDefault.isEmpty()) {
                assertThat(Objects.requireNonNull(rows.get(property), property).byDefault())
                        .as(property)
                        .contains("`" + byDefault + "`");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void listsTheValidValues(Setting setting) throws Exception {
        String property = property(setting);
        if (AllowedValues.of(setting).isEmpty()) {
            return;
        }
        String meaning =
                Objects.requireNonNull(documented().get(property), property).meaning();

        List<String> words = AllowedValues.words(setting);
        if (words.isEmpty()) {
            AllowedValues.Range range = AllowedValues.range(setting).orElseThrow();
            assertThat(meaning).contains(range.least() + " to " + range.most());
        } else {
            words.forEach(word -> assertThat(meaning).contains("`" + word + "`"));
        }
    }

    private static String property(Setting setting) {
        String name = new MavenSettingNames("", "", "", "", "", "").of(setting);
        return Arrays.stream(name.split(" "))
                .filter(word -> word.startsWith("-D"))
                .map(word -> word.substring(2))
                .findFirst()
                .orElse("");
    }
}
