package io.github.aikidoconnect.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://dev.azure.com/contoso/Shop/_git/web                         | contoso | Shop | web",
                "https://contoso@dev.azure.com/contoso/Shop/_git/web                 | contoso | Shop | web",
                "https://kim:fakePat@dev.azure.com/contoso/Shop/_git/web             | contoso | Shop | web",
                "https://dev.azure.com/contoso/_git/web                              | contoso | web  | web",
                "https://dev.azure.com/contoso/Shop/_git/web/                        | contoso | Shop | web",
                "https://dev.azure.com/contoso/Shop/_git/web?version=GBmain          | contoso | Shop | web",
                "https://DEV.Azure.COM/contoso/Shop/_git/web                         | contoso | Shop | web",
                "HTTPS://dev.azure.com/contoso/Shop/_git/web                         | contoso | Shop | web",
                "https://dev.azure.com:443/contoso/Shop/_git/web                     | contoso | Shop | web",
                "https://dev.azure.com/contoso/Shop%20Front/_git/web%20app           | contoso | Shop Front | web app",
                "https://dev.azure.com/contoso/Shop Front/_git/web                   | contoso | Shop Front | web",
                "https://dev.azure.com/contoso/Gesch%C3%A4ft/_git/%C3%9Cbersicht     | contoso | Geschäft | Übersicht",
                "https://dev.azure.com/contoso/Geschäft/_git/Übersicht               | contoso | Geschäft | Übersicht",
                "https://dev.azure.com/contoso/C++/_git/a+b                          | contoso | C++  | a+b",
                "https://dev.azure.com/contoso/Shop/_git/web.git                     | contoso | Shop | web.git",
                "https://contoso.visualstudio.com/Shop/_git/web                      | contoso | Shop | web",
                "https://contoso.visualstudio.com/DefaultCollection/Shop/_git/web    | contoso | Shop | web",
                "https://contoso.visualstudio.com/_git/web                           | contoso | web  | web",
                "https://contoso.visualstudio.com/DefaultCollection/_git/web         | contoso | web  | web",
                "https://Contoso.VisualStudio.com/Shop/_git/web                      | contoso | Shop | web",
                "git@ssh.dev.azure.com:v3/contoso/Shop/web                           | contoso | Shop | web",
                "git@ssh.dev.azure.com:v3/contoso/Shop%20Front/web                   | contoso | Shop Front | web",
                "git@SSH.dev.azure.com:v3/contoso/Shop/web                           | contoso | Shop | web",
                "ssh.dev.azure.com:v3/contoso/Shop/web                               | contoso | Shop | web",
                "contoso@vs-ssh.visualstudio.com:v3/contoso/Shop/web                 | contoso | Shop | web",
                "ssh://git@ssh.dev.azure.com/v3/contoso/Shop/web                     | contoso | Shop | web",
                "ssh://git@ssh.dev.azure.com:22/v3/contoso/Shop/web                  | contoso | Shop | web",
                "ssh://contoso@vs-ssh.visualstudio.com/v3/contoso/Shop/web           | contoso | Shop | web",
                "ssh://contoso@vs-ssh.visualstudio.com:22/v3/contoso/Shop/web        | contoso | Shop | web",
                "scm:git:https://dev.azure.com/contoso/Shop/_git/web                 | contoso | Shop | web",
                "scm:git:git@ssh.dev.azure.com:v3/contoso/Shop/web                   | contoso | Shop | web",
            })
    void readsTheFormsOfTheService(String url, String organization, String project, String repository) {
        assertThat(RemoteUrl.parse(url))
                .contains(new AzureLocation(organization, project, repository, null, "the remote URL"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://tfs.example.com/tfs/Main/Shop/_git/web          | Main | Shop | https://tfs.example.com/tfs",
                "https://tfs.example.com/Main/Shop/_git/web              | Main | Shop | https://tfs.example.com",
                "https://tfs.example.com:8443/tfs/Main/Shop/_git/web     | Main | Shop | https://tfs.example.com:8443/tfs",
                "http://tfs.example.com:8080/tfs/Main/Shop/_git/web      | Main | Shop | http://tfs.example.com:8080/tfs",
                "https://TFS.example.com/tfs/Main%20A/Shop%20B/_git/web  | Main A | Shop B | https://tfs.example.com/tfs",
                "https://kim:fakePat@tfs.example.com/tfs/Main/Shop/_git/web | Main | Shop | https://tfs.example.com/tfs",
                "https://tfs.example.com/tfs/Main/_git/web               | Main | web  | https://tfs.example.com/tfs",
                "https://tfs.example.com/Main/_git/web                   | Main | web  | https://tfs.example.com",
                "https://evildev.azure.com/Main/Shop/_git/web            | Main | Shop | https://evildev.azure.com",
                "https://evil.dev.azure.com/Main/Shop/_git/web           | Main | Shop | https://evil.dev.azure.com",
                "https://dev.azure.com:8443/Main/Shop/_git/web           | Main | Shop | https://dev.azure.com:8443",
                "https://evilvisualstudio.com/Main/Shop/_git/web         | Main | Shop | https://evilvisualstudio.com",
                "https://a.b.visualstudio.com/Main/Shop/_git/web         | Main | Shop | https://a.b.visualstudio.com",
                "https://a.visualstudio.com:444/Main/Shop/_git/web       | Main | Shop | https://a.visualstudio.com:444",
            })
    void readsTheFormsOfAServer(String url, String collection, String project, String server) {
        assertThat(RemoteUrl.parse(url))
                .contains(new AzureLocation(collection, project, "web", server, "the remote URL"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "origin",
                "https://github.com/contoso/web.git",
                "git@github.com:contoso/web.git",
                "https://gitlab.com/contoso/group/web.git",
                "ssh://git@gitlab.example.com:2222/contoso/web.git",
                "https://bitbucket.org/contoso/web.git",
                "https://dev.azure.com/contoso",
                "https://dev.azure.com/contoso/Shop",
                "https://dev.azure.com/_git/web",
                "https://dev.azure.com/contoso/a/b/_git/web",
                "https://contoso.visualstudio.com/a/b/_git/web",
                "https://dev.azure.com/contoso/Shop/_git/web/pullrequest",
                "https://tfs.example.com/_git/web",
                "git@ssh.dev.azure.com:v3/contoso/Shop",
                "git@ssh.dev.azure.com:v3/contoso/Shop/web/more",
                "git@ssh.dev.azure.com.evil.example:v3/contoso/Shop/web",
                "git@evil-ssh.dev.azure.com:v3/contoso/Shop/web",
                "git@evil.vs-ssh.visualstudio.com:v3/contoso/Shop/web",
                "ftp://dev.azure.com/contoso/Shop/_git/web",
                "file:///srv/git/web.git",
                "/srv/git/web.git",
                "../web",
                "C:\\git\\web",
                "https://",
                "https://dev.azure.com/con%toso/Shop/_git/web"
            })
    void knowsWhatIsNotOfAzureDevOps(String url) {
        assertThat(RemoteUrl.parse(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kim:fakePat@dev.azure.com/contoso/Shop/_git/web",
                "https://fakePat@contoso.visualstudio.com/Shop/_git/web",
                "https://kim:fakePat@tfs.example.com/tfs/Main/Shop/_git/web"
            })
    void dropsWhatMayBeAToken(String url) {
        assertThat(AzureLocation.ofRemoteUrl(url))
                .hasValueSatisfying(location -> assertThat(location.toString()).doesNotContain("fakePat"));
    }

    @Test
    void prefersThePipelineToWhatTheBuildDeclares() {
        List<String> remotes =
                List.of("https://github.com/contoso/web", "https://dev.azure.com/contoso/Declared/_git/web");

        assertThat(AzureLocation.find(Map.of(), remotes))
                .hasValueSatisfying(found -> assertThat(found.project()).isEqualTo("Declared"));
        assertThat(AzureLocation.find(PipelineVariablesTest.JOB, remotes))
                .hasValueSatisfying(found -> assertThat(found.project()).isEqualTo("Shop Front"));
        assertThat(AzureLocation.find(Map.of(), List.of())).isEmpty();
    }
}
