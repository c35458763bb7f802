package io.github.aikidoconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How Aikido says no. */
class AikidoRefusalsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GRANT = "grant_type=client_credentials";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.answersOnly(Scenario.shop());

    @Test
    void refusesWrongClientCredentialsWith401(Simulator simulator) throws Exception {
        Client client = new Client(simulator);

        assertThat(client.token(Shop.CLIENT_ID, "wrong", FORM, GRANT).statusCode())
                .isEqualTo(401);
        assertThat(client.token("wrong", Shop.CLIENT_SECRET, FORM, GRANT).statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesAnotherGrantWith400(Simulator simulator) throws Exception {
        assertThat(new Client(simulator)
                        .token(Shop.CLIENT_ID, Shop.CLIENT_SECRET, FORM, "grant_type=password")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesAnAccessTokenThatItDidNotGive(Simulator simulator) throws Exception {
        assertThat(new Client(simulator).get("made-up", "/workspace").statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesAnAccessTokenAfterItsLifetime() throws Exception {
        Client client = new Client(simulators.start(Scenario.shop().aikido(a -> a.withTokenLifetimeSeconds(1))));
        String token = client.accessToken();

        while (client.get(token, "/workspace").statusCode() == 200) {
            Thread.sleep(100);
        }

        assertThat(client.get(token, "/workspace").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "basics:read, GET, /workspace",
        "basics:read, GET, /workspace/configurationErrors",
        "repositories:read, GET, /repositories/code",
        "repositories:write, POST, /repositories/import",
        "repositories:write, POST, /repositories/code/activate",
        "repositories:write, POST, /repositories/code/deactivate",
        "repositories:write, POST, /repositories/code/1/scan",
        "repositories:write, POST, /repositories/code/1/labels",
        "repositories:write, POST, /repositories/code/1/exclude-path",
        "repositories:write, POST, /repositories/code/continuous_integration/checks/default",
        "repositories:read, GET, /repositories/code/1",
        "repositories:read, GET, /repositories/code/continuous_integration/checks/default",
        "teams:read, GET, /teams",
        "teams:write, POST, /teams",
        "teams:write, POST, /teams/1/linkResource",
        "issues:read, GET, /issues/counts",
        "access_tokens:write, POST, /access-tokens/code-scanning"
    })
    void namesTheScopeThatIsMissing(String scope, String method, String path) throws Exception {
        Client client = new Client(simulators.start(Scenario.shop().client(c -> c.without(scope))));
        String token = client.accessToken();

        HttpResponse<String> refused = method.equals("GET") ? client.get(token, path) : client.post(token, path, "{}");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Client.json(refused).path("error").asText())
                .isEqualTo("You are missing the required scope for this request: '" + scope + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"per_page=9", "per_page=201", "per_page=x", "page=-1", "include_inactive=yes"})
    void refusesAListThatItCannotGiveWith400(String query) throws Exception {
        Client client = new Client(simulators.simulator());

        assertThat(client.get(client.accessToken(), "/repositories/code?" + query)
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "activate, '{\"code_repo_id\":99}', 404",
        "deactivate, '{\"code_repo_id\":99}', 404",
        "activate, '{\"code_repo_id\":\"99\"}', 400",
        "activate, 'code_repo_id=99', 400"
    })
    void refusesToMonitorWhatItDoesNotKnow(String verb, String body, int status) throws Exception {
        Client client = new Client(simulators.simulator());

        assertThat(client.post(client.accessToken(), "/repositories/code/" + verb, body)
                        .statusCode())
                .isEqualTo(status);
    }

    private Simulator limited(int calls, int windowMillis) {
        return simulators.start(
                Scenario.shop().workspace(w -> w.withCallsPerWindow(calls).withWindowMillis(windowMillis)));
    }

    @Test
    void refusesCallsBeyondTheRollingLimitAndSaysHowLongToWait() throws Exception {
        Simulator simulator = limited(3, 3_600_000);
        Client client = new Client(simulator);
        String token = client.accessToken();
        for (int i = 0; i < 3; i++) {
            assertThat(client.get(token, "/workspace").statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = client.get(client.accessToken(), "/workspace");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 3600);
        assertThat(Client.json(refused).path("error").asText())
                .isEqualTo("You have reached the maximum number of calls per minute. (3 calls per minute)");
        assertThat(simulator.calls().refused()).isEqualTo(1);
    }

    @Test
    void admitsACallAsSoonAsTheOldestHasLeftTheWindow() throws Exception {
        Simulator simulator = limited(1, 300);
        Client client = new Client(simulator);
        String token = client.accessToken();
        client.get(token, "/workspace");

        while (client.get(token, "/workspace").statusCode() != 200) {
            Thread.sleep(20);
        }

        List<Exchange> admitted = simulator.exchanges().stream()
                .filter(e -> e.aikidoApi() && e.status() == 200)
                .toList();
        assertThat(admitted).hasSize(2);
        assertThat(admitted.get(1).endNanos() - admitted.get(0).startNanos())
                .isGreaterThanOrEqualTo(Duration.ofMillis(300).toNanos());
    }

    @Test
    void answersAPathThatItDoesNotHaveWith404AndReportsIt() throws Exception {
        try (Simulator simulator = Simulator.start(Scenario.shop())) {
            Client client = new Client(simulator);
            assertThat(client.get(client.accessToken(), "/repositories").statusCode())
                    .isEqualTo(404);
            assertThat(Contract.violations(simulator.exchanges())).hasSize(1);
        }
    }
}
