package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.maven.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of several organizations are read, and what is wrong with them, before any call. */
class OrganizationFilesTest {

    private static final String CLIENTS = "defaults: {envPrefix: AIKIDO_A}\nprojects: [{project: a}]\n";

    @TempDir
    Path root;

    private @Nullable String trusted;
    private @Nullable String azureUrl;

    private void file(String name, String yaml) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, yaml);
    }

    private OrganizationFiles read(String config) throws ConfigurationException {
        Trust trust = Trust.of(
                new NamedProperties(List.of(), List.of(), ""),
                trusted == null ? Map.of() : Map.of("AIKIDO_TRUSTED_HOSTS", trusted));
        return OrganizationFiles.read(
                ConfigPaths.of(config, root),
                new ConnectionRules(
                        trust,
                        new TokenNameRules("AZURE_DEVOPS_EXT_PAT", "azure-devops", List.of("listed")),
                        Given.named(azureUrl),
                        Given.named(null)));
    }

    private List<String> mistakes(String config) throws ConfigurationException {
        return read(config).mistakes().stream().map(Problem::toString).toList();
    }

    @Test
    void areThoseOfAListInItsOrder() throws Exception {
        file("b.yml", "organization: fabrikam\n" + CLIENTS);
        file("a.yml", "organization: https://dev.azure.com/contoso\n" + CLIENTS);

        OrganizationFiles read = read("b.yml, a.yml");

        assertThat(read.mistakes()).isEmpty();
        assertThat(read.names())
                .containsExactly(
                        new GoalRun.OrganizationName("b.yml", "fabrikam", null),
                        new GoalRun.OrganizationName("a.yml", "contoso", null));
    }

    @Test
    void areThoseOfAFolderInTheOrderOfTheirNames() throws Exception {
        for (String name : List.of("orgs/b.yaml", "orgs/a.yml", "orgs/c.txt", "orgs/d.yml/x.yml")) {
            file(name, "organization: " + name.charAt(5) + "\n" + CLIENTS);
        }

        assertThat(ConfigPaths.of("orgs", root).several()).isTrue();
        assertThat(read("orgs").files()).extracting(ConfigFile::name).containsExactly("a.yml", "b.yaml");
    }

    @Test
    void areNamedWithTheirFolderIfTwoHaveTheSameName() throws Exception {
        file("a/org.yml", "organization: a\n" + CLIENTS);
        file("b/org.yml", "organization: b\n" + CLIENTS);

        assertThat(read("a/org.yml,b/org.yml").files())
                .extracting(file -> file.name().replace('\\', '/'))
                .containsExactly("a/org.yml", "b/org.yml");
    }

    @Test
    void isOneFileWhoseNameHasAComma() throws Exception {
        file("a,b.yml", CLIENTS);

        assertThat(ConfigPaths.of(" a,b.yml ", root))
                .isEqualTo(new ConfigPaths(root, List.of(root.resolve("a,b.yml")), false));
        assertThat(ConfigPaths.of("a.yml", root).several()).isFalse();
        assertThat(ConfigPaths.of(" ", root).files()).isEmpty();
    }

    @Test
    void showsAllMistakesOfAllFilesAtOnce() throws Exception {
        file("a.yml", "organization: contoso\nprojects:\n  - project: x\n    prune: maybe\n");
        file("b.yml", "organization: fabrikam\nazureUrl: https://tfs.example.com\n" + CLIENTS);
        file("c.yml", CLIENTS);

        assertThat(mistakes("a.yml,b.yml,c.yml,d.yml"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("a.yml, line 4: \"prune\" must be true or false"),
                        missing -> assertThat(missing).contains("The file was not found: ", "d.yml"),
                        untrusted -> assertThat(untrusted)
                                .contains(
                                        "The server tfs.example.com was found in b.yml, line 2 and is not trusted.",
                                        "-Daikido.trustedHosts=tfs.example.com"),
                        borrowed -> assertThat(borrowed)
                                .contains("b.yml, line 2: \"azureUrl\" is on another server than other organizations"),
                        unnamed -> assertThat(unnamed).contains("c.yml: \"organization\" is missing."));
        assertThat(read("a.yml,b.yml,c.yml,d.yml").names())
                .extracting(GoalRun.OrganizationName::file)
                .containsExactly("a.yml", "b.yml", "c.yml", "d.yml");
    }

    @Test
    void nameEachOrganizationOnce() throws Exception {
        trusted = "tfs.example.com";
        file("a.yml", "organization: contoso\n" + CLIENTS);
        file("b.yml", "\norganization: https://dev.azure.com/Contoso\n" + CLIENTS);
        file("c.yml", "organization: contoso\nazureUrl: https://tfs.example.com\nazureTokenEnv: AIKIDO_C\n" + CLIENTS);

        assertThat(mistakes("a.yml,b.yml,c.yml"))
                .containsExactly("[CONFIGURATION] b.yml, line 2: \"organization\" is the same as in a.yml. Put all"
                        + " projects of an organization into one file.");
    }

    @Test
    void giveATokenOfTheParametersToTheServerOfTheParametersOnly() throws Exception {
        trusted = "tfs.example.com,other.example.com,aikido.example.com";
        azureUrl = "https://tfs.example.com/tfs";
        file("same.yml", "organization: a\nazureUrl: https://tfs.example.com/tfs/\n" + CLIENTS);
        file("own.yml", "organization: b\nazureUrl: https://other.example.com\nazureTokenEnv: AIKIDO_B\n" + CLIENTS);
        file("identity.yml", "organization: c\nazureUrl: https://dev.azure.com\nauth: managed-identity\n" + CLIENTS);
        file("service.yml", "organization: d\nazureUrl: https://dev.azure.com\n" + CLIENTS);
        file("client.yml", "organization: e\naikidoUrl: https://aikido.example.com\nprojects: [{project: a}]\n");

        assertThat(mistakes("same.yml,own.yml,identity.yml")).isEmpty();
        assertThat(mistakes("same.yml,service.yml,client.yml"))
                .containsExactly(
                        "[CONFIGURATION] service.yml, line 2: \"azureUrl\" is on another server than other"
                                + " organizations, and no token for it is named. Name its place with azureServerId or"
                                + " azureTokenEnv in service.yml.",
                        "[CONFIGURATION] client.yml, line 2: \"aikidoUrl\" is set, and no API client is named for some"
                                + " projects. Name it with serverId or envPrefix in client.yml.");
    }

    @Test
    void nameNoSecretThatMayBelongToAnotherProgram() throws Exception {
        for (String good : List.of(
                "azureTokenEnv: AZURE_DEVOPS_EXT_PAT",
                "azureTokenEnv: AIKIDO_CONTOSO",
                "azureTokenEnv: CONTOSO_AZURE_DEVOPS_PAT",
                "azureServerId: aikido-contoso",
                "azureServerId: azure-devops",
                "azureServerId: listed")) {
            file("a.yml", "organization: a\n" + good + "\n" + CLIENTS);
            assertThat(mistakes("a.yml")).as(good).isEmpty();
        }
        for (String bad : List.of(
                "azureTokenEnv: GITHUB_TOKEN",
                "azureTokenEnv: SYSTEM_ACCESSTOKEN",
                "azureTokenEnv: AIKIDO_CLIENT_SECRET",
                "azureServerId: nexus")) {
            file("a.yml", "organization: a\n" + bad + "\n" + CLIENTS);
            assertThat(mistakes("a.yml"))
                    .as(bad)
                    .singleElement()
                    .asString()
                    .startsWith("[CONFIGURATION] a.yml, line 2: the ");
        }
    }

    @Test
    void nameAServerThatTheUserNamedWithoutTrustingItAgain() throws Exception {
        azureUrl = "https://tfs.example.com/tfs";
        file("a.yml", "organization: a\nazureUrl: https://tfs.example.com/other\nazureTokenEnv: AIKIDO_A\n" + CLIENTS);

        assertThat(mistakes("a.yml")).isEmpty();
    }
}
