package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Setting;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuildResultTest {

    private static final Problem EXPIRED =
            new Problem(ProblemCode.AZURE_TOKEN_EXPIRED, "The token has expired.", "Make a new one.");
    private static final Problem NETWORK = new Problem(ProblemCode.NETWORK, "No way.\u001b[2J", "Look.");

    @Test
    void passesWithoutAProblem() {
        assertThatCode(() -> BuildResult.failOn(List.of(), true)).doesNotThrowAnyException();
    }

    @Test
    void failsWithOneSentenceAndWithoutACause() {
        assertThatThrownBy(() -> BuildResult.failOn(List.of(EXPIRED), true))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("[AZURE_TOKEN_EXPIRED] The token has expired. Make a new one.")
                .hasNoCause();
    }

    @Test
    void saysHowManyMoreThereAre() {
        assertThatThrownBy(() -> BuildResult.failOn(List.of(EXPIRED, NETWORK), true))
                .hasMessageEndingWith("Make a new one. (and 1 more problem)");
        assertThatThrownBy(() -> BuildResult.failOn(List.of(EXPIRED, NETWORK, NETWORK), true))
                .hasMessageEndingWith("Make a new one. (and 2 more problems)");
    }

    @Test
    void passesWhereProblemsAreAccepted() {
        assertThatCode(() -> BuildResult.failOn(List.of(EXPIRED, NETWORK), false))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void namesEverySettingAsAMavenUserHasIt(Setting setting) {
        String name =
                new MavenSettingNames("MY_PAT", "my-azure", "MY_ID", "MY_SECRET", "my-aikido", "MY_ENTRA").of(setting);

        switch (setting) {
            case AZURE_TOKEN ->
                assertThat(name)
                        .isEqualTo(
                                "the environment variable MY_PAT or the password of <server> my-azure in settings.xml");
            case AIKIDO_CLIENT ->
                assertThat(name)
                        .isEqualTo(
                                "the environment variables MY_ID and MY_SECRET or the username and password of <server>"
                                        + " my-aikido in settings.xml");
            case ENTRA_ACCESS -> assertThat(name).isEqualTo("the environment variable MY_ENTRA");
            case AZURE_CLIENT_SECRET,
                    AZURE_FEDERATED_TOKEN,
                    AZURE_SERVICE_CONNECTION,
                    AZURE_JOB_TOKEN,
                    AZURE_IDENTITY_ENDPOINT,
                    AZURE_AUTHORITY_HOST -> assertThat(name).matches("the environment variables? [A-Z_]+\\b.*");
            default ->
                assertThat(name)
                        .matches("-Daikido\\.[A-Za-z.]+ \\(or <[A-Za-z]+> in the pom\\)"
                                + "( or the environment variable [A-Z_]+)?");
        }
    }

    @Test
    void dropsBlankGlobs() {
        assertThat(Globs.of(null)).isEmpty();
        assertThat(Globs.of(Arrays.asList(" shop-* ", "", null, "pay"))).containsExactly("shop-*", "pay");
    }
}
