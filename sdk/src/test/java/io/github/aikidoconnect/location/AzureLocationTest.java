package io.github.aikidoconnect.location;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether what was found belongs to the organization that was given. */
class AzureLocationTest {

    private static final String SERVICE = "https://dev.azure.com/Main/Shop/_git/web";
    private static final String SERVER = "https://tfs.example.com/tfs/Main/Shop/_git/web";

    private static boolean isOf(String remote, String organization, @Nullable String azureUrl) {
        return AzureLocation.ofRemoteUrl(remote).orElseThrow().isOf(organization, azureUrl);
    }

    @ParameterizedTest
    @CsvSource({
        "main,",
        "https://dev.azure.com/Main,",
        "https://main.visualstudio.com/,",
        "Main, https://dev.azure.com",
        "Main, https://proxy.example.com/azure"
    })
    void aPlaceOfTheServiceIsOfItsOrganization(String organization, @Nullable String azureUrl) {
        assertThat(isOf(SERVICE, organization, azureUrl)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"dev,", "com,", "https://dev.azure.com/other,", "https://tfs.example.com/tfs/Main,", "azure,"})
    void aPlaceOfTheServiceIsOfNoOther(String organization, @Nullable String azureUrl) {
        assertThat(isOf(SERVICE, organization, azureUrl)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://tfs.example.com/tfs/main,",
        "Main, https://TFS.example.com:443/tfs/",
        "https://dev.azure.com/Main, https://tfs.example.com/tfs"
    })
    void aPlaceOfAServerIsOfItsCollection(String organization, @Nullable String azureUrl) {
        assertThat(isOf(SERVER, organization, azureUrl)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Main,",
        "tfs,",
        "https://dev.azure.com/Main,",
        "https://tfs.example.com/Main,",
        "https://tfs.example.com:8443/tfs/Main,",
        "http://tfs.example.com/tfs/Main,",
        "https://tfs.example.com/tfs/Main, https://other.example.com/tfs",
        "Main, https://dev.azure.com",
        "Main, not an address"
    })
    void aPlaceOfAServerIsOfNoOther(String organization, @Nullable String azureUrl) {
        assertThat(isOf(SERVER, organization, azureUrl)).isFalse();
    }
}
