package io.github.aikidoconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aikidoconnect.simulator.http.Exchange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final String REPOSITORIES = "/azure/contoso/Shop%20Front/_apis/git/repositories";
    private static final String ACTIVATE = "/aikido/api/public/v1/repositories/code/activate";
    private static final String CODE = "/aikido/api/public/v1/repositories/code";
    private static final String REPOSITORY = """
            {"id":"11111111-1c8e-4a7e-9d55-6f7a8b9c0d01","name":"shop-web","size":3221225472,"isDisabled":false,
            "remoteUrl":"https://dev.azure.com/contoso/Shop%20Front/_git/shop-web",
            "project":{"id":"0b8f4a52-6a1d-4a58-9c53-2f0de1c4a701","name":"Shop Front","state":"wellFormed"}}""";

    @Test
    void acceptsWhatTheDocumentsSay() {
        assertThat(Contract.violations(List.of(repositories(REPOSITORY), activate("{\"code_repo_id\":1}"))))
                .isEmpty();
    }

    @Test
    void namesMethodAndPathOfEveryViolation() {
        Exchange one = get("/azure/contoso/_apis/git/repos", "api-version=7.1", 200, "{}");
        Exchange other = get(REPOSITORIES, "", 200, "{\"count\":0,\"value\":[]}");

        assertThatThrownBy(() -> Contract.verify(List.of(one, other)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /azure/contoso/_apis/git/repos?api-version=7.1")
                .hasMessageContaining("GET " + REPOSITORIES + " ->");
    }

    @Test
    void reportsAPathThatIsNotDocumented() {
        assertThat(messages(get("/azure/contoso/_apis/git/repos", "api-version=7.1", 200, "{}")))
                .anyMatch(m -> m.contains("No API path found"));
        assertThat(messages(get("/contoso/_apis/projects", "api-version=7.1", 200, "{}")))
                .containsExactly("The path belongs to neither service");
    }

    @Test
    void reportsAMethodThatIsNotDocumented() {
        assertThat(messages(exchange("GET /aikido/api/public/v1/repositories/import", "", 200, "{}", true)))
                .anyMatch(m -> m.contains("GET operation not allowed"));
    }

    @Test
    void reportsAMissingApiVersion() {
        assertThat(messages(get(REPOSITORIES, "", 200, "{\"count\":0,\"value\":[]}")))
                .anyMatch(m -> m.contains("Query parameter 'api-version' is required"));
    }

    @Test
    void reportsAnApiVersionThatIsNotTheResources() {
        assertThat(messages(get(REPOSITORIES, "api-version=5.0", 200, "{\"count\":0,\"value\":[]}")))
                .isNotEmpty();
        assertThat(messages(get("/azure/contoso/_apis/teams", "api-version=7.1", 200, "{\"count\":0,\"value\":[]}")))
                .isNotEmpty();
    }

    @Test
    void reportsAPageSizeThatIsNotAllowed() {
        assertThat(messages(get(CODE, "per_page=500", 200, "[]"))).isNotEmpty();
        assertThat(messages(get(CODE, "include_inactive=yes", 200, "[]"))).isNotEmpty();
    }

    @Test
    void reportsARequestBodyOfAnotherType() {
        assertThat(messages(activate("{\"code_repo_id\":\"1\"}"))).isNotEmpty();
        assertThat(messages(activate("{\"id\":1}"))).isNotEmpty();
        assertThat(messages(activate(""))).anyMatch(m -> m.contains("body is required"));
    }

    @Test
    void reportsAnAnswerOfAnotherShape() {
        assertThat(messages(repositories(REPOSITORY.replace("3221225472", "\"3 GiB\""))))
                .isNotEmpty();
        assertThat(messages(repositories(REPOSITORY.replace("\"isDisabled\":false,", ""))))
                .isNotEmpty();
        assertThat(messages(repositories(REPOSITORY.replace("\"name\":\"shop-web\"", "\"name\":\"shop-web\",\"x\":1"))))
                .isNotEmpty();
        assertThat(messages(get(CODE, "", 200, "{\"repositories\":[]}"))).isNotEmpty();
    }

    @Test
    void reportsAStatusThatIsNotDocumented() {
        assertThat(messages(get(CODE, "", 418, "[]"))).anyMatch(m -> m.contains("status 418 not defined"));
    }

    @Test
    void reportsAnAnswerWithoutAHeaderThatBelongsToIt() {
        assertThat(messages(get(CODE, "", 429, "{\"error\":\"too many\"}"))).anyMatch(m -> m.contains("Retry-After"));
    }

    @Test
    void reportsARequestWithoutCredentials() {
        assertThat(messages(exchange("GET " + CODE, "", 200, "[]", false))).isNotEmpty();
        assertThat(messages(exchange(
                        "GET " + REPOSITORIES + "?api-version=7.1", "", 200, "{\"count\":0,\"value\":[]}", false)))
                .isNotEmpty();
    }

    @Test
    void reportsCredentialsThatAreSentWhereNoneAreWanted() {
        String area = "GET /azure/_apis/resourceAreas/79134C72-4A58-4B42-976C-04E7115F32BF"
                + "?accountName=contoso&api-version=5.0-preview.1";
        String body = "{\"message\":\"no\",\"typeKey\":\"x\"}";

        assertThat(messages(exchange(area, "", 404, body, false))).isEmpty();
        assertThat(messages(exchange(area, "", 404, body, true)))
                .containsExactly("Credentials were sent to an operation that requires none");
    }

    @Test
    void checksTheRequestOfAFaultedExchangeAndNotItsAnswer() {
        Exchange good = get(REPOSITORIES, "api-version=7.1", 0, "");
        Exchange bad = get(REPOSITORIES, "", 0, "");

        assertThat(messages(faulted(good))).isEmpty();
        assertThat(messages(faulted(bad))).hasSize(1);
    }

    private static List<String> messages(Exchange exchange) {
        return Contract.violations(List.of(exchange)).stream()
                .map(Violation::message)
                .toList();
    }

    private static Exchange repositories(String repository) {
        return get(REPOSITORIES, "api-version=7.1", 200, "{\"count\":1,\"value\":[" + repository + "]}");
    }

    private static Exchange activate(String body) {
        return exchange("POST " + ACTIVATE, body, 200, "{\"success\":1,\"was_already_activated\":0}", true);
    }

    private static Exchange get(String path, String query, int status, String body) {
        return exchange("GET " + path + "?" + query, "", status, body, true);
    }

    private static Exchange faulted(Exchange e) {
        return new Exchange(
                e.method(),
                e.path(),
                e.query(),
                e.requestHeaders(),
                e.requestBody(),
                e.status(),
                e.responseHeaders(),
                e.responseBody(),
                0,
                1,
                true);
    }

    private static Exchange exchange(String call, String request, int status, String body, boolean credentials) {
        String[] methodAndUrl = call.split(" ", -1);
        String[] pathAndQuery = (methodAndUrl[1] + "?").split("\\?", -1);
        boolean azure = pathAndQuery[0].startsWith("/azure");
        Map<String, List<String>> headers = credentials
                ? Map.of(
                        "authorization",
                        List.of(azure ? "Basic OmZha2U=" : "Bearer fake"),
                        "content-type",
                        List.of("application/json"))
                : Map.of();
        Map<String, String> answered = azure
                ? Map.of("Content-Type", "application/json", "X-VSS-UserData", "x:y@example.com")
                : Map.of("Content-Type", "application/json");
        return new Exchange(
                methodAndUrl[0],
                pathAndQuery[0],
                pathAndQuery[1],
                headers,
                request,
                status,
                answered,
                body,
                0,
                1,
                false);
    }
}
