package io.github.aikidoconnect.internal.run;

import static io.github.aikidoconnect.internal.run.ValidatedRequestTest.complete;
import static io.github.aikidoconnect.internal.run.ValidatedRequestTest.judge;
import static io.github.aikidoconnect.internal.run.ValidatedRequestTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which server the URLs of a request mean, and which URLs are refused. */
class RequestedServersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://LOCALHOST",
                "http://127.0.0.1:1/azure",
                "http://127.1.2.3",
                "http://[::1]:8080",
                "https://tfs.example.com:8443/tfs",
                "HTTPS://tfs.example.com"
            })
    void sendsCredentialsWhereNobodyCanListen(String url) {
        assertThat(judge(Goal.CONNECT, complete().azureUrl(url).aikidoUrl(url)).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://tfs.example.com",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://10.0.0.1",
                "http://0.0.0.0",
                "HTTP://tfs.example.com"
            })
    void refusesPlainHttpToAnyOtherHost(String url) {
        assertThat(problem(complete().azureUrl(url)).message()).contains(url, "plain http");
        assertThat(problem(complete().aikidoUrl(url)).message()).contains(url, "plain http");
        assertThat(judge(Goal.CONNECT, complete().organization(url + "/tfs/Main"))
                        .problems()
                        .get(0)
                        .message())
                .contains("plain http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tfs.example.com", "ftp://tfs.example.com", "https://", "https:///path", "file:///etc", "a b"})
    void refusesWhatIsNoHttpsUrl(String url) {
        assertThat(problem(complete().azureUrl(url)).message()).contains("is not an https URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kim:fakePassword@tfs.example.com",
                "https://fakePassword@tfs.example.com/tfs",
                "http://kim:fakePassword@tfs.example.com",
                "https://kim:fake/fakePassword@tfs.example.com",
                "https://kim@x:fakePassword@tfs.example.com",
                "kim:fakePassword@tfs.example.com",
                "ftp://kim:fakePassword@tfs.example.com",
                "https://tfs.example.com/?token=fakePassword",
                "https://tfs.example.com/#fakePassword"
            })
    void neverRepeatsAPasswordInAUrl(String url) {
        assertThat(problem(complete().azureUrl(url)).toString()).doesNotContain("fakePassword");
        assertThat(problem(complete().aikidoUrl(url)).toString()).doesNotContain("fakePassword");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://kim:fakePassword@tfs.example.com/Main",
                "https://kim:fake/fakePassword@dev.azure.com/a b",
                "kim:fakePassword@dev.azure.com/contoso"
            })
    void neverRepeatsAPasswordInAnOrganizationsUrl(String url) {
        assertThat(problem(complete().organization(url)).toString()).doesNotContain("fakePassword");
    }

    @ParameterizedTest
    @CsvSource({
        "https://dev.azure.com/contoso, contoso, https://dev.azure.com",
        "https://dev.azure.com/contoso/Shop, contoso, https://dev.azure.com",
        "https://contoso.visualstudio.com/, contoso, https://dev.azure.com",
        "https://tfs.example.com/tfs/Main, Main, https://tfs.example.com/tfs",
        "https://kim:fakePassword@tfs.example.com/tfs/Main%20A, Main A, https://tfs.example.com/tfs"
    })
    void takesAnOrganizationsUrl(String url, String organization, String base) {
        ValidatedRequest target = judge(Goal.CONNECT, complete().organization(url));

        assertThat(target.problems()).isEmpty();
        assertThat(target.organization()).contains(organization);
        assertThat(target.azureUrls().base()).isEqualTo(base);
    }

    @Test
    void takesTheGivenServerBeforeThatOfTheOrganizationsUrl() {
        ValidatedRequest target = judge(
                Goal.CONNECT,
                complete().organization("https://tfs.example.com/tfs/Main").azureUrl("https://proxy.example.com/"));

        assertThat(target.azureUrls().base()).isEqualTo("https://proxy.example.com");
        assertThat(target.organization()).contains("Main");
    }

    @ParameterizedTest
    @CsvSource({
        "https://dev.azure.com/, https://dev.azure.com",
        "https://DEV.azure.com:443, https://dev.azure.com",
        "https://dev.azure.com:8443/proxy/, https://dev.azure.com:8443/proxy",
        "https://evildev.azure.com, https://evildev.azure.com",
        "https://evil.dev.azure.com, https://evil.dev.azure.com"
    })
    void keepsThePortAndThePathOfAServer(String url, String base) {
        ValidatedRequest target = judge(Goal.CONNECT, complete().azureUrl(url));

        assertThat(target.problems()).isEmpty();
        assertThat(target.azureUrls().base()).isEqualTo(base);
    }

    @ParameterizedTest
    @CsvSource({
        "https://evildev.azure.com/contoso, https://evildev.azure.com",
        "https://evil.dev.azure.com/contoso, https://evil.dev.azure.com",
        "https://dev.azure.com:8443/contoso, https://dev.azure.com:8443",
        "https://evilvisualstudio.com/contoso, https://evilvisualstudio.com",
        "https://a.contoso.visualstudio.com/contoso, https://a.contoso.visualstudio.com"
    })
    void takesNoOtherHostForTheService(String url, String base) {
        assertThat(judge(Goal.CONNECT, complete().organization(url)).azureUrls().base())
                .isEqualTo(base);
    }

    @Test
    void takesACollectionOfAServerByTheRulesOfProjects() {
        assertThat(judge(
                                Goal.CONNECT,
                                complete().organization("Main Collection").azureUrl("https://tfs.example.com"))
                        .organization())
                .contains("Main Collection");
        assertThat(problem(complete().organization("Main Collection")).fix()).contains("<AZURE_ORGANIZATION>");
    }

    @Test
    void judgesTheOrganizationNotByAServerThatCannotBe() {
        List<Problem> problems = judge(
                        Goal.CONNECT, complete().organization("Main Collection").azureUrl("http://tfs.example.com"))
                .problems();

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.fix()).contains("<AZURE_URL>"));
    }
}
