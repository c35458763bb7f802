package io.github.aikidoconnect.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which found addresses may be sent a credential. */
class TrustedHostsTest {

    private static final TrustedHosts BUILT_IN = TrustedHosts.of(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dev.azure.com",
                "https://DEV.Azure.com:443/contoso",
                "https://vsaex.dev.azure.com",
                "https://vssps.dev.azure.com/",
                "https://contoso.visualstudio.com"
            })
    void trustsMicrosoftsHostsForAzure(String url) {
        assertThat(BUILT_IN.trustsForAzure(url)).isTrue();
        assertThat(BUILT_IN.trustsForAikido(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.aikido.dev",
                "https://app.us.aikido.dev/",
                "https://app.au.aikido.dev",
                "https://app.me.aikido.dev"
            })
    void trustsAikidosHostsForAikido(String url) {
        assertThat(BUILT_IN.trustsForAikido(url)).isTrue();
        assertThat(BUILT_IN.trustsForAzure(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evildev.azure.com",
                "https://evil.dev.azure.com",
                "https://dev.azure.com.evil.example",
                "https://dev.azure.com@evil.example",
                "https://dev.azure.com.",
                "https://dev.azure.com:8443",
                "http://dev.azure.com",
                "https://evilvisualstudio.com",
                "https://visualstudio.com",
                "https://8080.evil.visualstudio.com",
                "https://contoso.visualstudio.com.evil.example",
                "https://contoso.visualstudio.com:444",
                "https://app.aikido.dev.evil.example",
                "https://evilapp.aikido.dev",
                "https://evil.aikido.dev",
                "https://app.aikido.dev:8443",
                "http://app.aikido.dev",
                "https://tfs.example.com",
                "http://127.0.0.1:8080",
                "https://[::1]/tfs",
                "dev.azure.com",
                "https://",
                "https://dev.azure.com\\@evil.example/"
            })
    void trustsNoOtherHost(String url) {
        assertThat(BUILT_IN.trustsForAzure(url)).isFalse();
        assertThat(BUILT_IN.trustsForAikido(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.microsoftonline.com",
                "https://LOGIN.microsoftonline.us/",
                "https://login.partner.microsoftonline.cn",
                "https://login.chinacloudapi.cn",
                "http://127.0.0.1:8080/entra",
                "https://localhost:8443"
            })
    void trustsMicrosoftsAuthorityHostsAndThisMachineForEntra(String url) {
        assertThat(BUILT_IN.trustsForEntra(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.microsoftonline.com",
                "https://login.microsoftonline.com:8443",
                "https://login.microsoftonline.com.evil.example",
                "https://evil.login.microsoftonline.com",
                "https://login.microsoftonline.com@evil.example",
                "https://dev.azure.com",
                "https://127.0.0.1.evil.example",
                "login.microsoftonline.com"
            })
    void trustsNoOtherHostForEntra(String url) {
        assertThat(BUILT_IN.trustsForEntra(url)).isFalse();
        assertThat(TrustedHosts.of(List.of("evil.example")).trustsForEntra(url))
                .isEqualTo(url.endsWith("@evil.example"));
    }

    @Test
    void trustsAListedHostOnTheListedPortOnly() {
        TrustedHosts hosts = TrustedHosts.of(List.of(" TFS.example.com ", "other.example.com:8443", "[::1]:8080"));

        for (String url : List.of(
                "https://tfs.example.com/tfs",
                "https://tfs.example.com:443",
                "https://Other.example.com:8443/tfs",
                "http://[::1]:8080")) {
            assertThat(hosts.trustsForAzure(url)).as(url).isTrue();
            assertThat(hosts.trustsForAikido(url)).as(url).isTrue();
        }
        for (String url : List.of(
                "https://tfs.example.com:8443/tfs",
                "http://tfs.example.com",
                "https://a.tfs.example.com",
                "https://eviltfs.example.com",
                "https://other.example.com",
                "https://tfs.example.com.evil.example")) {
            assertThat(hosts.trustsForAzure(url)).as(url).isFalse();
            assertThat(hosts.trustsForAikido(url)).as(url).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "*.example.com",
                "https://tfs.example.com",
                "tfs.example.com/tfs",
                "kim@tfs.example.com",
                "tfs.example.com:",
                "tfs example.com",
                ".example.com"
            })
    void refusesWhatIsNoHost(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustedHosts.of(List.of(entry)))
                .withMessage("A trusted host must be written as host or host:port.");
    }

    @Test
    void saysHowAHostIsListed() {
        assertThat(TrustedHosts.entry("https://kim:fakePassword@TFS.example.com/tfs/Main?x=y"))
                .contains("tfs.example.com");
        assertThat(TrustedHosts.entry("https://tfs.example.com:8443")).contains("tfs.example.com:8443");
        assertThat(TrustedHosts.entry("http://127.0.0.1:8080/tfs")).contains("127.0.0.1:8080");
        assertThat(TrustedHosts.entry("http://localhost")).contains("localhost:80");
        assertThat(TrustedHosts.entry("tfs")).isEmpty();
    }
}
