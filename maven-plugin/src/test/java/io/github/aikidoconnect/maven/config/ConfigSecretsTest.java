package io.github.aikidoconnect.maven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the messages about a file do not say: a secret that stands in it by mistake. */
class ConfigSecretsTest {

    private static String mistake(String yaml) {
        ConfigException mistake =
                catchThrowableOfType(ConfigException.class, () -> ConfigReader.read("aikido-connect.yml", yaml));
        return String.valueOf(mistake.getMessage());
    }

    /** People write what they must not: a secret under a key of their own, or where a name belongs. */
    @Test
    void repeatsNoValue() {
        String secret = "AIK_SECRET_hunter2";
        for (String yaml : List.of(
                "projects:\n  - project: a\n    clientSecret: " + secret,
                "projects:\n  - project: a\n    envPrefix: \"" + secret + " \\u0021\"",
                "projects:\n  - project: a\n    region: " + secret,
                "projects:\n  - project: a\n    prune: " + secret,
                "projects:\n  - project: a\n    includes: " + secret,
                "projects:\n  - project: a\n    serverId: *" + secret,
                "projects:\n  - {project: a, " + secret + "}",
                "projects:\n  - project: a\n    \"" + secret + "\\nx\": y",
                "projects:\n  - project: a\n    serverId: [" + secret,
                "projects:\n  - project: a\n   serverId: " + secret + ": x")) {
            assertThat(mistake(yaml)).doesNotContain("hunter2");
        }
    }

    /** Later messages, reports and addresses would repeat it: the file is refused instead. */
    @Test
    void refusesATokenInThePlaceOfAName() {
        String token = "5ubxc2qk7a3lzq5o2y4dxs6uvxk3mf6gs7w2pmb4q5hty6rcj2na";
        for (String yaml : List.of(
                "projects:\n  - project: " + token,
                "projects:\n  - project: AIK_SECRET_hunter2",
                "projects:\n  - {project: a, serverId: " + token + "}",
                "projects:\n  - {project: a, envPrefix: " + token + "}",
                "projects:\n  - {project: a, includes: [" + token + "]}",
                "azureTokenEnv: " + token + "\nprojects:\n  - project: a",
                "azureServerId: " + token + "\nprojects:\n  - project: a",
                "clientId: AIK_SECRET_hunter2\nprojects:\n  - project: a",
                "organization: https://dev.azure.com/" + token + "\nprojects:\n  - project: a")) {
            assertThat(mistake(yaml)).contains("looks like a token").doesNotContain(token, "hunter2");
        }
    }

    @Test
    void refusesAPasswordInTheUrlOfTheOrganization() throws Exception {
        for (String url : List.of(
                "https://kim:hunter2@dev.azure.com/contoso",
                "https://dev.azure.com/contoso?token=hunter2",
                "https://dev.azure.com/contoso#hunter2")) {
            assertThat(mistake("organization: \"" + url + "\"\nprojects:\n  - project: a"))
                    .isEqualTo(
                            "aikido-connect.yml, line 1: \"organization\" must not contain a user, a query or a fragment");
        }
        assertThat(ConfigReader.read("aikido-connect.yml", "projects: [{project: \"Team ?\"}]")
                        .projects())
                .hasSize(1);
    }

    @Test
    void saysTwentyMistakesAndCountsTheOthers() {
        String yaml = "projects:\n" + "  - {project: a, prune: maybe}\n".repeat(1_000);

        assertThat(mistake(yaml))
                .startsWith("aikido-connect.yml, line 2: \"prune\" must be true or false; line 3: ")
                .endsWith("; line 21: \"prune\" must be true or false; and 980 more");
    }
}
