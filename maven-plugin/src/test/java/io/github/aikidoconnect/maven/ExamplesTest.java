package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.maven.config.ClientName;
import io.github.aikidoconnect.maven.config.ConfigFile;
import io.github.aikidoconnect.maven.config.ConfigReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.util.ReaderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What people copy from the examples and the docs exists: goals, properties, variables. */
class ExamplesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern GOAL =
            Pattern.compile("(?:aikido|aikido-maven-plugin:[^:\\s]+|\\$\\(aikidoPlugin\\)):([a-z]+)\\b");
    private static final Pattern PROPERTY = Pattern.compile("-D(aikido\\.[A-Za-z.]*[A-Za-z])");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(aikido[^}]*)}");

    private static final Pattern ASSIGNED = Pattern.compile("(?m)^([A-Z_]+)=\\$\\(az account");
    private static final Pattern EXPORTED = Pattern.compile("(?m)^export ([A-Z_]+)$");

    private static final PluginDescriptor PLUGIN = plugin();

    @ParameterizedTest
    @MethodSource("texts")
    void namesGoalsAndPropertiesThatExist(Path file) throws IOException {
        String text = Files.readString(file);

        assertThat(found(PROPERTY, text)).isSubsetOf(properties());
        assertThat(found(GOAL, text)).isSubsetOf(goals());
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void aPipelineGivesEachSecretInAVariableThatAGoalReads(Path file) throws Exception {
        List<Map<?, ?>> steps =
                steps(load(file)).filter(ExamplesTest::runsMaven).toList();

        assertThat(steps).isNotEmpty();
        for (Map<?, ?> step : steps) {
            Map<?, ?> variables = Objects.requireNonNull((Map<?, ?>) step.get("env"));
            assertThat(variables.keySet().stream().map(String::valueOf)).isSubsetOf(variablesOf(step));
            assertThat(variables.values())
                    .allSatisfy(value -> assertThat(value.toString())
                            .as("a reference to a secret")
                            .matches("\\$\\([A-Za-z]+\\)|\\$\\{\\{ secrets\\.[A-Z_]+ }}"));
        }
    }

    /** A run for an organization reads the variables that its file names, besides those of a parameter. */
    private static Set<String> variablesOf(Map<?, ?> step) throws Exception {
        Set<String> all = new TreeSet<>(variables());
        if (step.toString().contains("aikido.config")) {
            all.addAll(variablesOfTheFile());
        }
        return all;
    }

    private static Set<String> variablesOfTheFile() throws Exception {
        ConfigFile file = ConfigReader.read(ROOT.resolve("examples/organization/aikido-connect.yml"));
        ClientName names = Objects.requireNonNull(file.defaults().client());
        return file.projects().stream()
                .filter(entry ->
                        entry.config().client() == null && !entry.project().startsWith("Team"))
                .map(entry -> names.of(entry.project(), null))
                .flatMap(name -> Stream.of(name.idVariable(), name.secretVariable()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aPipelineForAnOrganizationGivesEachRunWhatItsFileNames() throws Exception {
        List<Map<?, ?>> runs = steps(load(ROOT.resolve("examples/azure-pipelines/organization.yml")))
                .filter(ExamplesTest::runsMaven)
                .toList();

        assertThat(runs)
                .hasSize(2)
                .allSatisfy(run -> assertThat(((Map<?, ?>) Objects.requireNonNull(run.get("env")))
                                .keySet().stream().map(String::valueOf))
                        .containsAll(variablesOfTheFile()));
    }

    /** In a variable of the pipeline, every later task could read it. */
    @Test
    void aTokenOfTheAzureCliStaysInTheStepThatUsesIt() throws IOException {
        List<String> scripts = new ArrayList<>();
        for (Path file : pipelines()) {
            assertThat(file)
                    .content()
                    .doesNotContain("export AZURE_DEVOPS_EXT_PAT=", "export AZURE_DEVOPS_ENTRA_TOKEN=");
            steps(load(file))
                    .map(ExamplesTest::script)
                    .filter(script -> script.contains("az account"))
                    .forEach(scripts::add);
        }

        assertThat(scripts).hasSize(3).allSatisfy(script -> {
            assertThat(script)
                    .startsWith("set -eu\n")
                    .contains("--resource 499b84ac-1321-427f-aa17-267ca6975798 --query accessToken -o tsv")
                    .contains("mvn -B -ntp $(aikidoPlugin):")
                    .doesNotContain("##vso", "echo");
            assertThat(found(ASSIGNED, script))
                    .hasSize(1)
                    .isSubsetOf(variables())
                    .isEqualTo(found(EXPORTED, script));
        });
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void aPipelineKeepsTheReportOfARunThatFailed(Path file) throws IOException {
        assertThat(steps(load(file)).toList())
                .filteredOn(step -> step.toString().contains("target/aikido"))
                .singleElement()
                .satisfies(step -> assertThat(Stream.of(step.get("condition"), step.get("if")))
                        .contains("always()"));
    }

    @Test
    void findsWhatIsWrong() {
        assertThat(found(PROPERTY, "mvn aikido:conect -Daikido.exclude=x"))
                .isNotEmpty()
                .noneMatch(properties()::contains);
        assertThat(found(GOAL, "mvn aikido:conect -Daikido.exclude=x"))
                .isNotEmpty()
                .noneMatch(goals()::contains);
    }

    static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>(files("examples", "yml|yaml|xml|md|run|Jenkinsfile"));
        texts.addAll(files("docs", "md"));
        texts.add(ROOT.resolve("README.md"));
        return texts;
    }

    static List<Path> pipelines() throws IOException {
        return Stream.of(files("examples/azure-pipelines", "yml"), files("examples/github-actions", "yml"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Path> files(String folder, String endings) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*(" + endings + ")"))
                    .filter(file -> !file.toString().contains("target"))
                    .toList();
        }
    }

    private static Object load(Path file) throws IOException {
        LoadSettings settings =
                LoadSettings.builder().setAllowDuplicateKeys(false).build();
        return new Load(settings).loadFromString(Files.readString(file));
    }

    private static Stream<Map<?, ?>> steps(Object node) {
        if (node instanceof Collection<?> nodes) {
            return nodes.stream().flatMap(ExamplesTest::steps);
        }
        if (node instanceof Map<?, ?> map) {
            Stream<Map<?, ?>> here = map.get("steps") instanceof List<?> steps
                    ? steps.stream().map(step -> (Map<?, ?>) step)
                    : Stream.empty();
            return Stream.concat(here, map.values().stream().flatMap(ExamplesTest::steps));
        }
        return Stream.empty();
    }

    private static String script(Map<?, ?> step) {
        Object script = step.get("inputs") instanceof Map<?, ?> inputs ? inputs.get("inlineScript") : step.get("bash");
        return script == null ? "" : script.toString();
    }

    private static boolean runsMaven(Map<?, ?> step) {
        return step.toString().contains("mvn ");
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> goals() {
        return PLUGIN.getMojos().stream().map(MojoDescriptor::getGoal).collect(Collectors.toSet());
    }

    private static Set<String> properties() {
        return PLUGIN.getMojos().stream()
                .flatMap(mojo -> Stream.of(mojo.getMojoConfiguration().getChildren()))
                .flatMap(parameter -> EXPRESSION
                        .matcher(String.valueOf(parameter.getValue("")))
                        .results())
                .map(MatchResult::group)
                .map(expression -> expression.substring(2, expression.length() - 1))
                .collect(Collectors.toSet());
    }

    /** The variables that are read without a parameter that names another one. */
    private static Set<String> variables() {
        return PLUGIN.getMojos().stream()
                .flatMap(mojo -> Stream.of(mojo.getMojoConfiguration().getChildren()))
                .filter(parameter -> parameter.getName().endsWith("Env"))
                .map(parameter -> parameter.getAttribute("default-value"))
                .collect(Collectors.toSet());
    }

    private static PluginDescriptor plugin() {
        try (InputStream in = Files.newInputStream(Path.of("target/classes/META-INF/maven/plugin.xml"))) {
            return new PluginDescriptorBuilder().build(ReaderFactory.newXmlReader(in));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
