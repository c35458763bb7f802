package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Problem;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that no parameter has is refused wherever it certainly means this plugin. */
class ParameterNamesTest {

    private ParameterNames names;

    @BeforeEach
    void readTheDescriptor() throws Exception {
        names = new ParameterNames(KnownParameters.of(Descriptor.read()));
    }

    private static Properties properties(String... given) {
        Properties properties = new Properties();
        for (String name : given) {
            properties.setProperty(name, "x");
        }
        return properties;
    }

    private Problem only() {
        assertThat(names.problems()).hasSize(1);
        return names.problems().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "aikido.dryrun, aikido.dryRun",
        "aikido.dry-run, aikido.dryRun",
        "aikido.DryRun, aikido.dryRun",
        "aikido-dryRun, aikido.dryRun",
        "aikidoDryRun, aikido.dryRun",
        "Aikido.dryRun, aikido.dryRun",
        "aikido.exclude, aikido.excludes",
        "aikido.pruneLimt, aikido.pruneLimit",
        "aikido.azure.organisation, aikido.azure.organization",
        "aikido.azureProject, aikido.azure.project",
        "aikido.token.day, aikido.token.days"
    })
    void refusesAMistypedPropertyOfTheCommandLineAndNamesTheNearest(String given, String meant) {
        names.judgeCommandLine(properties(given), new Properties());

        assertThat(only().toString())
                .isEqualTo("[CONFIGURATION] -D" + given + " is not a parameter of this plugin. Write -D" + meant + ".");
    }

    @Test
    void refusesAPropertyOfTheCommandLineThatIsNearNothing() {
        names.judgeCommandLine(properties("aikido.somethingElse"), new Properties());

        assertThat(only().fix()).isEqualTo("Remove it; docs/parameters.md lists all parameters.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aikido.dryRun",
                "aikido.azure.tokenEnv",
                "aikido.token.days",
                "aikido.version",
                "aikido.plugin.version",
                "aikido-maven-plugin.version",
                "aikidoStyle",
                "dryRun",
                "maven.aikido",
                "env.AIKIDO_CLIENT_ID"
            })
    void acceptsParametersVersionsAndWhatIsOfOthers(String given) {
        names.judgeCommandLine(properties(given), new Properties());
        names.judgeBuild(properties(given));

        assertThat(names.problems()).isEmpty();
    }

    @Test
    void acceptsAPropertyThatTheBuildItselfDeclares() {
        names.judgeCommandLine(properties("aikido.team"), properties("aikido.team"));
        names.judgeBuild(properties("aikido.team"));

        assertThat(names.problems()).isEmpty();
    }

    @Test
    void refusesAPropertyOfAPomThatCertainlyMeansAParameter() {
        names.judgeBuild(properties("aikido.dryrun"));

        assertThat(only().toString())
                .isEqualTo("[CONFIGURATION] The property aikido.dryrun is not a parameter of this plugin. Write"
                        + " <aikido.dryRun>, or rename it.");
    }

    @Test
    void repeatsNoNameThatMayBeASecret() {
        names.judgeCommandLine(properties("aikido.clientSecret: hunter2"), new Properties());

        assertThat(only().toString()).doesNotContain("hunter2");
    }

    @Test
    void refusesAMistypedTag() throws Exception {
        configuration("<dryrun>true</dryrun>");

        assertThat(only().toString())
                .isEqualTo("[CONFIGURATION] The tag <dryrun> in the plugin's configuration is not a parameter of this"
                        + " plugin. Write <dryRun>.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<dryRun/>", "<dryRun> </dryRun>", "<failOnDrift/>"})
    void refusesAnEmptySwitch(String tag) throws Exception {
        configuration(tag);

        assertThat(only().message()).endsWith("in the plugin's configuration is empty.");
    }

    @Test
    void acceptsTheTagsOfAllGoals() throws Exception {
        configuration("<dryRun>true</dryRun><tokenDays>30</tokenDays><minCoverage>90</minCoverage><excludes/>"
                + "<includes combine.children='append'><include>shop-*</include></includes><detail>true</detail>");

        assertThat(names.problems()).isEmpty();
    }

    @Test
    void acceptsAPluginWithoutAConfiguration() {
        names.judgeConfiguration(null);

        assertThat(names.problems()).isEmpty();
    }

    private void configuration(String tags) throws Exception {
        names.judgeConfiguration(Xpp3DomBuilder.build(new StringReader("<configuration>" + tags + "</configuration>")));
    }

    @ParameterizedTest
    @CsvSource({
        "AZURE_DEVOPS_PAT, AZURE_DEVOPS_EXT_PAT",
        "AZURE_DEVOPS_EXTPAT, AZURE_DEVOPS_EXT_PAT",
        "AIKIDO_CLIENTID, AIKIDO_CLIENT_ID",
        "AIKDO_CLIENT_ID, ''",
        "AIKIDO_CLIENT_SECERT, AIKIDO_CLIENT_SECRET",
        "aikido_client_secret, AIKIDO_CLIENT_SECRET",
        "AIKIDO_LOG_LEVEL, ''",
        "PATH, ''"
    })
    void warnsOfAVariableThatLooksLikeOneThatIsRead(String set, String meant) {
        Set<String> read = Set.of("AZURE_DEVOPS_EXT_PAT", "AIKIDO_CLIENT_ID", "AIKIDO_CLIENT_SECRET");

        List<String> warnings = VariableNames.warnings(read, Set.of(set));

        if (meant.isEmpty()) {
            assertThat(warnings).isEmpty();
        } else {
            assertThat(warnings)
                    .containsExactly("The environment variable " + set + " is not read, and " + meant
                            + " is not set. If it contains that value, rename it.");
        }
        assertThat(VariableNames.warnings(Set.of("AZURE_DEVOPS_EXT_PAT"), Set.of(set, "AZURE_DEVOPS_EXT_PAT")))
                .isEmpty();
    }
}
