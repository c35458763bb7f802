package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values count as named by the person who runs the build, and which servers they make trusted. */
class TrustTest {

    private static final String URL = "https://tfs.example.com/tfs";

    private static Properties properties(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }

    private static Trust trust(NamedProperties named) {
        return Trust.of(named, Map.of());
    }

    @Test
    void trustsWhatWasNamedOnTheCommandLineOrInSettings() {
        Properties url = properties("aikido.azure.url", URL);

        for (NamedProperties named : List.of(
                new NamedProperties(List.of(url), List.of(), ""),
                new NamedProperties(List.of(new Properties(), url), List.of(), "-T 4"),
                new NamedProperties(List.of(), List.of(url), "-Pnightly"))) {
            Trust trust = trust(named);
            assertThat(trust.parameter("aikido.azure.url", " " + URL)).isEqualTo(Given.named(URL));
            assertThat(trust.judgeAzure(trust.parameter("aikido.azure.url", URL)))
                    .isEmpty();
        }
    }

    /** A configuration of the pom has the last word in Maven, also over the command line. */
    @Test
    void trustsNothingThatThePomSets() {
        Trust trust = trust(new NamedProperties(
                List.of(properties("aikido.azure.url", "https://tfs.example.com")),
                List.of(properties("aikido.url", URL)),
                ""));

        assertThat(trust.judgeAzure(trust.parameter("aikido.azure.url", "https://evil.example")))
                .hasValueSatisfying(problem -> assertThat(problem.toString())
                        .contains(
                                "The server evil.example was found in the pom or .mvn (aikido.azure.url) and is not trusted.",
                                "-Daikido.trustedHosts=evil.example",
                                "AIKIDO_TRUSTED_HOSTS=evil.example"));
        assertThat(trust.judgeAikido(trust.parameter("aikido.url", "https://evil.example:8443/x?fakeToken")))
                .hasValueSatisfying(problem -> assertThat(problem.toString())
                        .contains("evil.example:8443")
                        .doesNotContain("fakeToken"));
        assertThat(trust.judgeAikido(trust.parameter("aikido.url", URL))).isEmpty();
        assertThat(trust.judgeAikido(trust.parameter("aikido.url", null))).isEmpty();
    }

    @Test
    void trustsMicrosoftsAndAikidosHostsWhereverTheyStand() {
        Trust trust = trust(new NamedProperties(List.of(), List.of(), ""));

        assertThat(trust.judgeAzure(Given.found("https://dev.azure.com/", "the pom")))
                .isEmpty();
        assertThat(trust.judgeAikido(Given.found("https://app.us.aikido.dev", "the pom")))
                .isEmpty();
        assertThat(trust.judgeAzure(Given.found("https://app.us.aikido.dev", "the pom")))
                .isPresent();
        assertThat(trust.judgeAikido(Given.found("https://dev.azure.com", "the pom")))
                .isPresent();
    }

    /** Maven adds the options in {@code .mvn}, which is in the checkout, to those of the command line. */
    @Test
    void trustsNothingThatFilesOfTheCheckoutSet() {
        Properties url = properties("aikido.azure.url", URL);
        Properties hosts = properties("aikido.trustedHosts", "tfs.example.com");

        Trust options = trust(new NamedProperties(List.of(url, hosts), List.of(), "-Daikido.azure.url=" + URL));
        assertThat(options.parameter("aikido.azure.url", URL).foundIn()).contains("the pom or .mvn (aikido.azure.url)");
        assertThat(options.judgeAzure(options.parameter("aikido.azure.url", URL)))
                .isEmpty();

        Trust both = trust(new NamedProperties(
                List.of(url, hosts), List.of(), "-Daikido.azure.url=x\n-Daikido.trustedHosts=tfs.example.com"));
        assertThat(both.judgeAzure(both.parameter("aikido.azure.url", URL))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-s evil.xml",
                "--settings=evil.xml",
                "-T1\n-gs\nevil.xml",
                "--global-settings evil.xml",
                "-sevil.xml",
                "-Duser.home=evil"
            })
    void trustsNoSettingsThatFilesOfTheCheckoutChoose(String options) {
        Trust trust = trust(
                new NamedProperties(List.of(), List.of(properties("aikido.trustedHosts", "tfs.example.com")), options));

        assertThat(trust.judgeAzure(Given.found(URL, "the pom"))).isPresent();
    }

    @Test
    void trustsTheHostsOfTheCommandLineTheEnvironmentAndSettings() {
        Properties list = properties("aikido.trustedHosts", "other.example.com:8443, tfs.example.com");
        Given found = Given.found(URL, "the Git remote origin");

        assertThat(trust(new NamedProperties(List.of(list), List.of(), "")).judgeAzure(found))
                .isEmpty();
        assertThat(trust(new NamedProperties(List.of(), List.of(list), "")).judgeAzure(found))
                .isEmpty();
        assertThat(Trust.of(
                                new NamedProperties(List.of(), List.of(), ""),
                                Map.of("AIKIDO_TRUSTED_HOSTS", "tfs.example.com"))
                        .judgeAzure(found))
                .isEmpty();
    }

    @Test
    void trustsNothingWhereTheListIsWrong() {
        Trust trust = Trust.of(
                new NamedProperties(List.of(), List.of(), ""),
                Map.of("AIKIDO_TRUSTED_HOSTS", "tfs.example.com, https://kim:fakePassword@other.example.com"));

        assertThat(trust.judgeAzure(Given.found(URL, "the pom"))).isPresent();
        assertThat(trust.mistake().orElseThrow().toString())
                .isEqualTo(
                        "[CONFIGURATION] An element of -Daikido.trustedHosts or AIKIDO_TRUSTED_HOSTS is not a host. Write"
                                + " each element as host or host:port, without a scheme and without *, separated by commas.");
    }

    @Test
    void saysThatAListInThePomWasIgnored() {
        RecordingLog log = new RecordingLog();
        Console console = new Console(log, new Colours(false));

        trust(new NamedProperties(List.of(), List.of(), "")).warnOfIgnored("evil.example", console);
        trust(new NamedProperties(List.of(properties("aikido.trustedHosts", "a.example")), List.of(), ""))
                .warnOfIgnored("a.example", console);
        trust(new NamedProperties(List.of(), List.of(), "")).warnOfIgnored(null, console);

        assertThat(log.lines())
                .containsExactly(
                        "WARNING aikido.trustedHosts was ignored: it was set in the pom or in .mvn, which come from the"
                                + " checkout.");
    }
}
