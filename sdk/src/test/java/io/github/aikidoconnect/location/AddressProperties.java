package io.github.aikidoconnect.location;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureUrls;
import java.net.URI;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever names and addresses hold: what is written can be read again, and no call leaves its host and path. */
class AddressProperties {

    /** How one address is written, and what it says. */
    record Form(String url, String organization, String project, String repository) {}

    @Property
    void everyFormOfARemoteUrlIsReadBack(@ForAll("forms") Form form) {
        AzureLocation location = RemoteUrl.parse(form.url()).orElseThrow();
        assertThat(location.organization()).isEqualToIgnoringCase(form.organization());
        assertThat(location.project()).isEqualTo(form.project());
        assertThat(location.repository()).isEqualTo(form.repository());
    }

    @Provide
    Arbitrary<Form> forms() {
        List<String> forms = List.of(
                "https://dev.azure.com/%1$s/%2$s/_git/%3$s",
                "https://user:password@dev.azure.com/%1$s/%2$s/_git/%3$s/",
                "https://%1$s.visualstudio.com/%2$s/_git/%3$s",
                "https://%1$s.visualstudio.com/DefaultCollection/%2$s/_git/%3$s",
                "git@ssh.dev.azure.com:v3/%1$s/%2$s/%3$s",
                "ssh://git@ssh.dev.azure.com:22/v3/%1$s/%2$s/%3$s",
                "scm:git:https://tfs.example:8443/tfs/%1$s/%2$s/_git/%3$s");
        return Combinators.combine(Arbitraries.of(forms), organizations(), names(), names())
                .as((form, organization, project, repository) -> new Form(
                        String.format(form, organization, UrlPaths.encode(project), UrlPaths.encode(repository)),
                        organization,
                        project,
                        repository));
    }

    @Property
    void anyTextIsARemoteUrlOrNone(@ForAll("nearlyAddresses") String text) {
        RemoteUrl.parse(text).map(AzureLocation::azureUrl).ifPresent(AddressProperties::assertPlainUrl);
    }

    @Property
    void anyTextIsAnOrganizationsUrlOrNone(@ForAll("nearlyAddresses") String text) {
        OrganizationUrl.parse(text).map(OrganizationUrl::azureUrl).ifPresent(AddressProperties::assertPlainUrl);
    }

    private static void assertPlainUrl(String url) {
        assertThat(URI.create(url).getHost()).isNotEmpty();
        assertThat(URI.create(url).getRawUserInfo()).isNull();
        assertThat(url).matches("https?://[!-~]+");
    }

    @Provide
    Arbitrary<String> nearlyAddresses() {
        return Combinators.combine(
                        forms().map(Form::url),
                        Arbitraries.strings().ofMaxLength(8),
                        Arbitraries.integers().between(0, 80),
                        Arbitraries.integers().between(0, 9))
                .as((url, noise, at, cut) -> {
                    int from = Math.min(at, url.length());
                    return url.substring(0, from) + noise + url.substring(Math.min(url.length(), from + cut));
                });
    }

    @Property
    void aPathIsReadBack(@ForAll("segments") List<String> segments) {
        assertThat(UrlPaths.decode(UrlPaths.encode(segments))).isEqualTo(segments);
    }

    @Property
    void aCallStaysOnItsHostAndBelowItsPath(
            @ForAll("paths") List<String> path, @ForAll String value, @ForAll("bases") String base) {
        AzureUrls urls = AzureUrls.below(URI.create(base));
        for (AzureUrls.Host host : AzureUrls.Host.values()) {
            URI uri;
            try {
                uri = urls.uri(host, path, Map.of("q", value));
            } catch (AzureException e) {
                Assume.that(!path.contains(".") && !path.contains(".."));
                throw e;
            }
            assertThat(uri.toString()).matches("[!-~]+");
            assertThat(uri.getRawFragment()).isNull();
            assertThat(uri.getRawUserInfo()).isNull();
            assertThat(uri.getRawQuery()).isEqualTo("q=" + UrlPaths.encode(value));
            String prefix = urls.isService() ? "" : URI.create(base).getRawPath();
            assertThat(uri.getRawPath()).startsWith(prefix);
            assertThat(uri.normalize().getRawPath()).startsWith(prefix);
            assertThat(uri.getHost())
                    .isEqualTo(
                            urls.isService() ? uri.getHost() : URI.create(base).getHost());
            assertThat(uri.getHost()).matches("(vsaex\\.|vssps\\.)?dev\\.azure\\.com|tfs\\.example|127\\.0\\.0\\.1");
        }
    }

    @Provide
    Arbitrary<List<String>> paths() {
        Arbitrary<String> steps =
                Arbitraries.of(".", "..", "../..", "a/../../b", "%2e%2e", "\r\nX: y", "//evil.example");
        return Arbitraries.oneOf(Arbitraries.strings(), steps).list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> bases() {
        return Arbitraries.of("https://dev.azure.com", "https://tfs.example/tfs", "http://127.0.0.1:8080/azure");
    }

    @Provide
    Arbitrary<List<String>> segments() {
        return names().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> organizations() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .ofMinLength(1)
                .ofMaxLength(50);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(64)
                .filter(AzureNames::isProject)
                .filter(name -> name.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));
    }
}
