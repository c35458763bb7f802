package io.github.aikidoconnect.location;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.internal.azure.AzureUrls;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are validated before they go into a path, and each is encoded as one segment of it. */
class NamesAndPathsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "contoso", "Contoso-2", "a--b"})
    void takesNamesOfOrganizations(String name) {
        assertThat(AzureNames.isOrganization(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", "a-", "a b", "a.b", "a_b", "ä", "..", "a/b", "a%2Fb", "a?b", "a\n"})
    void refusesWhatNoOrganizationIsCalled(String name) {
        assertThat(AzureNames.isOrganization(name)).isFalse();
    }

    @Test
    void takesOrganizationsOfFiftyCharactersAtMost() {
        assertThat(AzureNames.isOrganization("a".repeat(50))).isTrue();
        assertThat(AzureNames.isOrganization("a".repeat(51))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shop", "Shop Front", "Geschäft", "店", "a.b", "a-b_c", "(x)!", "😀"})
    void takesNamesOfProjects(String name) {
        assertThat(AzureNames.isProject(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "_a",
                ".a",
                "a.",
                ".",
                "..",
                "a/b",
                "a:b",
                "a\\b",
                "a~b",
                "a&b",
                "a%b",
                "a;b",
                "a@b",
                "a'b",
                "a\"b",
                "a?b",
                "a<b",
                "a>b",
                "a|b",
                "a#b",
                "a$b",
                "a*b",
                "a}b",
                "a{b",
                "a,b",
                "a+b",
                "a=b",
                "a[b",
                "a]b",
                "a\u0000b",
                "a\nb",
                "a\u0085b"
            })
    void refusesWhatNoProjectIsCalled(String name) {
        assertThat(AzureNames.isProject(name)).isFalse();
    }

    @Test
    void countsCharactersAndNotTheirParts() {
        assertThat(AzureNames.isProject("😀".repeat(64))).isTrue();
        assertThat(AzureNames.isProject("😀".repeat(65))).isFalse();
    }

    @Test
    void knowsAnId() {
        assertThat(AzureNames.isId("0B8f4a52-6a1d-4a58-9c53-2f0de1c4a701")).isTrue();
        assertThat(AzureNames.isId("0b8f4a52-6a1d-4a58-9c53-2f0de1c4a70")).isFalse();
        assertThat(AzureNames.isId("Shop Front")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Shop Front, /Shop%20Front",
        "Übersicht, /%C3%9Cbersicht",
        "a/b, /a%2Fb",
        "a?b#c, /a%3Fb%23c",
        "a+b, /a%2Bb",
        "a*b, /a%2Ab",
        "100%, /100%25",
        "a~b, /a~b",
        "$/Shop, /%24%2FShop"
    })
    void encodesEachSegmentByItself(String segment, String path) {
        assertThat(UrlPaths.encode(List.of(segment))).isEqualTo(path);
        assertThat(UrlPaths.decode(path)).containsExactly(segment);
    }

    @Test
    void leavesAMalformedEscapeAsItIs() {
        assertThat(UrlPaths.decode("/a%zz/b")).containsExactly("a%zz", "b");
        assertThat(UrlPaths.decode(null)).isEmpty();
    }

    @Test
    void sendsEachCallToTheHostThatServesIt() {
        AzureUrls service = AzureUrls.service();

        assertThat(service.uri(
                        AzureUrls.Host.CORE, List.of("contoso", "Shop Front", "_apis"), Map.of("a", "$/Shop Front")))
                .isEqualTo(URI.create("https://dev.azure.com/contoso/Shop%20Front/_apis?a=%24%2FShop%20Front"));
        assertThat(service.uri(AzureUrls.Host.ENTITLEMENTS, List.of("contoso"), Map.of("a", "b")))
                .isEqualTo(URI.create("https://vsaex.dev.azure.com/contoso?a=b"));
        assertThat(service.uri(AzureUrls.Host.PROFILES, List.of("contoso"), Map.of("a", "b")))
                .isEqualTo(URI.create("https://vssps.dev.azure.com/contoso?a=b"));
    }

    @Test
    void sendsEveryCallBelowAGivenBase() {
        AzureUrls server = AzureUrls.below(URI.create("https://tfs.example.com/tfs/"));

        for (AzureUrls.Host host : AzureUrls.Host.values()) {
            assertThat(server.uri(host, List.of("Main", "_apis"), Map.of("a", "b")))
                    .isEqualTo(URI.create("https://tfs.example.com/tfs/Main/_apis?a=b"));
        }
        assertThat(server.page("Main", "Shop Front")).isEqualTo("https://tfs.example.com/tfs/Main/Shop%20Front");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://dev.azure.com", "https://DEV.azure.com/", "https://dev.azure.com/contoso"})
    void knowsTheServiceByItsHost(String url) {
        assertThat(AzureUrls.below(URI.create(url)).isService()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://dev.azure.com/contoso, contoso,",
        "https://dev.azure.com/contoso/Shop%20Front/_git/web, contoso,",
        "https://kim@dev.azure.com/contoso, contoso,",
        "https://Contoso.visualstudio.com, contoso,",
        "https://tfs.example.com/tfs/Main%20A/, Main A, https://tfs.example.com/tfs",
        "https://tfs.example.com:8443/Main, Main, https://tfs.example.com:8443"
    })
    void readsAnOrganizationsUrl(String url, String name, @Nullable String server) {
        assertThat(OrganizationUrl.parse(url)).contains(new OrganizationUrl(name, server));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dev.azure.com",
                "https://dev.azure.com/",
                "ftp://dev.azure.com/a",
                "contoso",
                "https:// a"
            })
    void knowsWhatIsNoOrganizationsUrl(String url) {
        assertThat(OrganizationUrl.parse(url)).isEmpty();
    }
}
