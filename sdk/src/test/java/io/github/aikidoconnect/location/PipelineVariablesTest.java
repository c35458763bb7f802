package io.github.aikidoconnect.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineVariablesTest {

    static final Map<String, String> JOB = Map.of(
            "TF_BUILD", "True",
            "SYSTEM_COLLECTIONURI", "https://dev.azure.com/contoso/",
            "SYSTEM_TEAMPROJECT", "Shop Front",
            "BUILD_REPOSITORY_PROVIDER", "TfsGit",
            "BUILD_REPOSITORY_NAME", "shop-web",
            "SYSTEM_ACCESSTOKEN", "eyJfake.fake.fake");

    private static final String SOURCE = "the variables of Azure Pipelines";

    @Test
    void readsOrganizationProjectAndRepository() {
        assertThat(PipelineVariables.read(JOB))
                .contains(new AzureLocation("contoso", "Shop Front", "shop-web", null, SOURCE));
    }

    @ParameterizedTest
    @CsvSource({
        "https://contoso.visualstudio.com/, contoso,",
        "https://Contoso.visualstudio.com/DefaultCollection/, contoso,",
        "https://tfs.example.com:8443/tfs/Main/, Main, https://tfs.example.com:8443/tfs"
    })
    void readsTheCollectionOfTheOldHostAndOfAServer(String uri, String organization, @Nullable String server) {
        assertThat(PipelineVariables.read(with("SYSTEM_COLLECTIONURI", uri)))
                .contains(new AzureLocation(organization, "Shop Front", "shop-web", server, SOURCE));
    }

    @Test
    void takesTheOlderNameOfTheCollection() {
        Map<String, String> job = with("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI", "https://dev.azure.com/fabrikam/");
        job.remove("SYSTEM_COLLECTIONURI");

        assertThat(PipelineVariables.read(job)).map(AzureLocation::organization).contains("fabrikam");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GitHub", "Bitbucket", "TfsVersionControl", ""})
    void takesNoRepositoryThatIsNotAGitRepositoryOfTheProject(String provider) {
        assertThat(PipelineVariables.read(with("BUILD_REPOSITORY_PROVIDER", provider)))
                .contains(new AzureLocation("contoso", "Shop Front", null, null, SOURCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TF_BUILD", "SYSTEM_COLLECTIONURI", "SYSTEM_TEAMPROJECT"})
    void knowsNothingWithoutEachOfTheVariables(String name) {
        Map<String, String> job = new HashMap<>(JOB);
        job.remove(name);

        assertThat(PipelineVariables.read(job)).isEmpty();
        assertThat(PipelineVariables.read(with(name, " "))).isEmpty();
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> job = new HashMap<>(JOB);
        job.put(name, value);
        return job;
    }
}
