package io.github.aikidoconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Organization;
import io.github.aikidoconnect.simulator.scenario.OrganizationBuilder;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Token;
import io.github.aikidoconnect.simulator.scenario.TokenPolicies.Form;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Azure DevOps answers about personal access tokens, to whom, and how it says no. */
class TokensTest {
    private static final String PATS = "/contoso/_apis/tokens/pats?api-version=7.1-preview.1";
    private static final String FOUR = String.join(" ", Shop.TOKEN_SCOPES);

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.answersOnly(Scenario.shop());

    @Test
    void makesATokenThatOpensWhatItsScopesSayAndTellsItsValueOnce(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        JsonNode result = Client.json(post(client, body("mine", FOUR, 30, false)));
        String value = result.at("/patToken/token").asText();

        assertThat(result.path("patTokenError").asText()).isEqualTo("none");
        assertThat(result.at("/patToken/targetAccounts")).hasSize(1);
        assertThat(value).hasSize(84);
        assertThat(client.azure(value, "/contoso/_apis/projects?" + Client.VERSION)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.azure(value, "/contoso/_apis/graph/groups?" + Client.VERSION)
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> list = get(client, "");
        assertThat(list.body()).contains("mine").doesNotContain(value);
    }

    @Test
    void takesARevokedTokenForOneThatNobodyMade(Simulator simulator) throws Exception {
        Client client = new Client(simulator);

        HttpResponse<String> answer =
                client.entra(Shop.ENTRA_TOKEN, "DELETE", PATS + "&authorizationId=" + id(simulator), "");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(client.azure("/contoso/_apis/projects?" + Client.VERSION).statusCode())
                .isEqualTo(203);
        assertThat(names(client, "active")).isEmpty();
        assertThat(names(client, "revoked")).containsExactly(Shop.TOKEN_NAME);
        assertThat(simulator.tokens().revoked()).extracting(Token::value).containsExactly(Shop.TOKEN);
    }

    @Test
    void changesATokenAndLeavesItsValue(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        Map<String, Object> change = body("other", FOUR, 30, false);
        change.put("authorizationId", id(simulator));

        JsonNode result = Client.json(put(client, change));

        assertThat(result.at("/patToken/displayName").asText()).isEqualTo("other");
        assertThat(result.at("/patToken/token").isNull()).isTrue();
        assertThat(client.azure("/contoso/_apis/projects?" + Client.VERSION).statusCode())
                .isEqualTo(200);
    }

    @Test
    void knowsNoTokenOfAnotherPerson() throws Exception {
        Simulator simulator = simulators.start(Scenario.shop().entraToken(t -> t.withEmail("lee@example.com")));
        Client client = new Client(simulator);
        Map<String, Object> change = body("other", FOUR, 30, false);
        change.put("authorizationId", id(simulator));

        assertThat(names(client, "all")).isEmpty();
        assertThat(client.entra(Shop.ENTRA_TOKEN, "DELETE", PATS + "&authorizationId=" + id(simulator), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Client.json(put(client, change)).path("patTokenError").asText())
                .isEqualTo("authorizationNotFound");
        assertThat(simulator.tokens().active()).hasSize(1);
    }

    @Test
    void pagesByTheContinuationTokenOfTheAnswer() throws Exception {
        Simulator simulator = simulators.start(with(7).azure(a -> a.withPageSize(3)));
        Client client = new Client(simulator);
        List<String> names = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = Client.json(get(client, next.isEmpty() ? "" : "&continuationToken=" + next));
            names.addAll(page.findValuesAsText("displayName"));
            sizes.add(page.path("patTokens").size());
            next = page.path("continuationToken").asText();
        } while (!next.isEmpty());

        assertThat(sizes).containsExactly(3, 3, 1);
        assertThat(names).doesNotHaveDuplicates().hasSize(7);
    }

    @Test
    void tellsActiveFromExpiredTokens() throws Exception {
        Client client = new Client(simulators.start(Scenario.shop().token(t -> t.withValidTo("2026-01-01T00:00:00Z"))));

        assertThat(names(client, "active")).isEmpty();
        assertThat(names(client, "expired")).containsExactly(Shop.TOKEN_NAME);
    }

    @Test
    void namesTheOrganizationsOfATokenAndNoneForAllOfThem() throws Exception {
        Organization fabrikam = OrganizationBuilder.builder().name("fabrikam").build();
        Scenario two = Scenario.shop()
                .azure(a -> a.withOrganizations(List.of(a.organizations().get(0), fabrikam)));
        Scenario both = two.token(t -> t.withOrganizations(List.of("contoso", "fabrikam")));
        Scenario all = two.token(t -> t.withOrganizations(List.of()));
        Scenario other = two.token(t -> t.withOrganizations(List.of("fabrikam")));

        assertThat(accounts(both)).hasSize(2);
        assertThat(accounts(all).isNull()).isTrue();
        assertThat(names(new Client(simulators.start(other)), "all")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "' ', vso.code, 30, displayNameRequired",
        "mine, everything, 30, invalidScope",
        "mine, vso.code, -1, invalidValidTo",
        "mine, vso.code, 400, invalidValidTo"
    })
    void refusesWhatNoTokenCanBe(String name, String scope, int days, String error, Simulator simulator)
            throws Exception {
        JsonNode result = Client.json(post(new Client(simulator), body(name, scope, days, false)));

        assertThat(result.path("patTokenError").asText()).isEqualTo(error);
        assertThat(result.path("patToken").isNull()).isTrue();
        assertThat(simulator.tokens().active()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void refusesWhatAPolicyForbids(Form form) throws Exception {
        Scenario strict = Scenario.shop()
                .tokenPolicies(p -> p.withNoGlobal(true)
                        .withNoFullScope(true)
                        .withMaxDays(30)
                        .withForm(form));
        Client client = new Client(simulators.start(strict));

        assertThat(post(client, body("mine", FOUR, 30, true)).body()).contains("globalPatPolicyViolation");
        assertThat(post(client, body("mine", "app_token", 30, false)).body()).contains("fullScopePatPolicyViolation");
        HttpResponse<String> tooLong = post(client, body("mine", FOUR, 31, false));
        assertThat(tooLong.body()).contains("patLifespanPolicyViolation");
        assertThat(tooLong.statusCode()).isEqualTo(form == Form.RESULT ? 200 : 400);
        assertThat(post(client, body("mine", FOUR, 29, false)).body()).contains("\"none\"");
    }

    @Test
    void opensToNobodyButAPerson(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        HttpResponse<String> token = client.azure(PATS);
        HttpResponse<String> principal = get(client(t -> t.entraToken(e -> e.withServicePrincipal(true))), "");
        HttpResponse<String> expired = get(client(t -> t.entraToken(e -> e.withExpired(true))), "");

        assertThat(token.statusCode()).isEqualTo(403);
        assertThat(token.body()).contains("InvalidAccessException");
        assertThat(principal.statusCode()).isEqualTo(403);
        assertThat(principal.body()).contains("Service principals are not allowed");
        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(client.entra(Shop.UNKNOWN_TOKEN, "GET", PATS, "").statusCode())
                .isEqualTo(203);
    }

    @Test
    void letsAPersonReadWhatAnyoneMay(Simulator simulator) throws Exception {
        JsonNode data = Client.json(new Client(simulator)
                .entra(Shop.ENTRA_TOKEN, "GET", "/contoso/_apis/connectionData?api-version=7.1", ""));

        assertThat(data.at("/authenticatedUser/providerDisplayName").asText()).isEqualTo("Kim Sample");
    }

    private Client client(UnaryOperator<Scenario> change) {
        return new Client(simulators.start(change.apply(Scenario.shop())));
    }

    private JsonNode accounts(Scenario scenario) throws Exception {
        return Client.json(get(new Client(simulators.start(scenario)), "")).at("/patTokens/0/targetAccounts");
    }

    private static String id(Simulator simulator) {
        return simulator.tokens().active().get(0).id();
    }

    private static List<String> names(Client client, String filter) throws Exception {
        return Client.json(get(client, "&displayFilterOption=" + filter)).findValuesAsText("displayName");
    }

    private static HttpResponse<String> get(Client client, String more) throws Exception {
        return client.entra(Shop.ENTRA_TOKEN, "GET", PATS + more, "");
    }

    private static HttpResponse<String> post(Client client, Map<String, Object> body) throws Exception {
        return client.entra(Shop.ENTRA_TOKEN, "POST", PATS, Client.text(body));
    }

    private static HttpResponse<String> put(Client client, Map<String, Object> body) throws Exception {
        return client.entra(Shop.ENTRA_TOKEN, "PUT", PATS, Client.text(body));
    }

    private static Map<String, Object> body(String name, String scope, int days, boolean allOrgs) {
        return new TreeMap<>(Map.of(
                "displayName",
                name,
                "scope",
                scope,
                "validTo",
                Instant.now().plus(Duration.ofDays(days)).toString(),
                "allOrgs",
                allOrgs));
    }

    private static Scenario with(int tokens) {
        return Scenario.shop()
                .azure(a -> a.withTokens(IntStream.range(0, tokens)
                        .mapToObj(i -> a.tokens()
                                .get(0)
                                .withValue("t" + i)
                                .withName("name " + i)
                                .withId("00000000-0000-4000-8000-00000000000" + i))
                        .toList()));
    }
}
