package io.github.aikidoconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.simulator.scenario.Imports.Tfvc;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Workspace.Handover;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Aikido answers to those who may ask. */
class AikidoTest {
    private static final String ALL = "/repositories/code?include_inactive=true&per_page=200&page=";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, grant_type=client_credentials",
        "application/json, '{\"grant_type\":\"client_credentials\"}'"
    })
    void givesATokenForClientCredentials(String contentType, String body) throws Exception {
        JsonNode token = Client.json(
                new Client(simulators.simulator()).token(Shop.CLIENT_ID, Shop.CLIENT_SECRET, contentType, body));

        assertThat(token.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(token.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(token.path("access_token").asText()).isNotEmpty();
    }

    @Test
    void describesTheWorkspaceAndLeavesOutWhatItDoesNotHave() throws Exception {
        Client linked = new Client(simulators.simulator());
        Client bare = new Client(simulators.start(Scenario.shop()
                .workspace(w -> w.withLinkedProvider(null)
                        .withLinkedProviderOrgName(null)
                        .withGitBaseUrl(null))));

        assertThat(Client.json(linked.get(linked.accessToken(), "/workspace"))
                        .path("linked_provider_org_name")
                        .asText())
                .isEqualTo("contoso");
        assertThat(Client.json(bare.get(bare.accessToken(), "/workspace")).fieldNames())
                .toIterable()
                .containsExactly("id", "name");
    }

    @Test
    void importsTheLinkedProjectsGitRepositoriesLaterAndInactive(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        String token = client.accessToken();
        assertThat(Client.json(client.get(token, ALL + 0))).isEmpty();

        assertThat(Client.json(client.post(token, "/repositories/import", ""))
                        .path("status")
                        .asText())
                .isEqualTo("ok");
        awaitRepositories(simulator, 6);

        JsonNode list = Client.json(client.get(token, ALL + 0));
        assertThat(list).hasSize(6).allMatch(r -> !r.path("active").asBoolean());
        assertThat(list.findValuesAsText("external_repo_id")).contains("11111111-1c8e-4a7e-9d55-6f7a8b9c0d01");
        assertThat(list.findValuesAsText("url"))
                .contains("https://dev.azure.com/contoso/Shop%20Front/_git/Zahlungs%20%C3%9Cbersicht");
        assertThat(Client.json(client.get(token, "/repositories/code"))).isEmpty();
        assertThat(simulator.workspace().imports()).isEqualTo(1);
    }

    @Test
    void importsInBatches() throws Exception {
        Simulator simulator = simulators.start(Scenario.shop()
                .imports(i -> i.withDelayMillis(0).withBatchSize(4).withIntervalMillis(600_000)));
        Client client = new Client(simulator);

        client.post(client.accessToken(), "/repositories/import", "");
        client.post(client.accessToken(), "/repositories/import", "");

        assertThat(simulator.workspace().repositories()).hasSize(4);
    }

    @Test
    void leavesOutOfAnImportWhatTheScenarioSays() throws Exception {
        Simulator without = simulators.start(
                Scenario.shop().imports(i -> i.withDelayMillis(0).withWithout(List.of("shop-api"))));
        Simulator never = simulators.start(
                Scenario.shop().imports(i -> i.withDelayMillis(0).withNever(true)));
        for (Simulator simulator : List.of(without, never)) {
            Client client = new Client(simulator);
            client.post(client.accessToken(), "/repositories/import", "");
        }

        assertThat(without.workspace().repositories())
                .extracting(CodeRepository::name)
                .hasSize(5)
                .doesNotContain("shop-api");
        assertThat(never.workspace().repositories()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PROJECT_ID, tfvc, 0b8f4a52-6a1d-4a58-9c53-2f0de1c4a701, -",
                "URL, tfvc, -, https://dev.azure.com/contoso/Shop%20Front/_versionControl",
                "NAME, $/Shop Front, -, -"
            })
    void importsTfvcInTheFormThatTheScenarioSays(Tfvc form, String name, String id, String url) throws Exception {
        Simulator simulator = simulators.start(
                Scenario.shop().imports(i -> i.withDelayMillis(0).withTfvc(form)));
        Client client = new Client(simulator);

        client.post(client.accessToken(), "/repositories/import", "");

        assertThat(simulator.workspace().repositories()).anySatisfy(r -> {
            assertThat(r.name()).isEqualTo(name);
            assertThat(r.externalRepoId()).isEqualTo(id);
            assertThat(r.url()).isEqualTo(url);
        });
    }

    @Test
    void activatesAndDeactivatesAsOftenAsAsked() throws Exception {
        Simulator simulator = simulators.start(withRepositories(1));
        Client client = new Client(simulator);
        String token = client.accessToken();
        String body = "{\"code_repo_id\":1}";

        for (int already = 0; already < 2; already++) {
            JsonNode answer = Client.json(client.post(token, "/repositories/code/activate", body));
            assertThat(answer.path("was_already_activated").asInt()).isEqualTo(already);
            assertThat(simulator.workspace().monitored()).containsExactly("repo-1");
        }
        for (int already = 0; already < 2; already++) {
            JsonNode answer = Client.json(client.post(token, "/repositories/code/deactivate", body));
            assertThat(answer.path("was_already_deactivated").asInt()).isEqualTo(already);
            assertThat(simulator.workspace().monitored()).isEmpty();
        }
    }

    @Test
    void scansOnlyWhatIsActive() throws Exception {
        Simulator simulator = simulators.start(withRepositories(1));
        Client client = new Client(simulator);
        String token = client.accessToken();

        assertThat(client.post(token, "/repositories/code/1/scan", "").statusCode())
                .isEqualTo(400);
        client.post(token, "/repositories/code/activate", "{\"code_repo_id\":1}");
        assertThat(client.post(token, "/repositories/code/1/scan?include_secrets_scan=true", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.post(token, "/repositories/code/2/scan", "").statusCode())
                .isEqualTo(404);
        assertThat(simulator.workspace().scans()).containsExactly("repo-1");
    }

    @Test
    void endsItsPagesWithAnEmptyOneAndCanMakeThemShort() throws Exception {
        Scenario capped = withRepositories(25).workspace(w -> w.withPageCap(10));
        Client client = new Client(simulators.start(capped));
        String token = client.accessToken();

        List<Integer> sizes = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        JsonNode list;
        do {
            list = Client.json(client.get(token, ALL + sizes.size()));
            sizes.add(list.size());
            list.forEach(r -> ids.add(r.path("id").asLong()));
        } while (!list.isEmpty());

        assertThat(sizes).containsExactly(10, 10, 5, 0);
        assertThat(ids).doesNotHaveDuplicates().hasSize(25);
    }

    @Test
    void filtersByTheExactName() throws Exception {
        Client client = new Client(simulators.start(withRepositories(12)));
        String token = client.accessToken();

        assertThat(Client.json(client.get(token, "/repositories/code?include_inactive=true&filter_name=repo-1")))
                .hasSize(1);
        assertThat(Client.json(client.get(token, "/repositories/code?include_inactive=true&filter_name=repo")))
                .isEmpty();
    }

    @Test
    void leavesOutOrNullsTheFieldsThatARepositoryDoesNotHave() throws Exception {
        Scenario bare = Scenario.shop()
                .workspace(w -> w.withRepositories(List.of(new CodeRepository(
                        1, "bare", "azure_devops", true, null, null, null, null, null, null, null, List.of()))));
        Client absent = new Client(simulators.start(bare));
        Client nulls = new Client(simulators.start(bare.workspace(w -> w.withExplicitNulls(true))));

        assertThat(Client.json(absent.get(absent.accessToken(), ALL + 0)).get(0).fieldNames())
                .toIterable()
                .containsExactly("id", "name", "provider", "active");
        assertThat(Client.json(nulls.get(nulls.accessToken(), ALL + 0))
                        .get(0)
                        .path("url")
                        .isNull())
                .isTrue();
    }

    @Test
    void findsNothingToImportUntilABrokenConnectionHasANewToken() throws Exception {
        Simulator simulator = simulators.start(Scenario.shop()
                .imports(i -> i.withDelayMillis(0))
                .workspace(w -> w.withConfigurationErrors(List.of(ConfigurationError.scmDisconnected()))));
        Client client = new Client(simulator);
        String token = client.accessToken();

        assertThat(Client.json(client.get(token, "/workspace/configurationErrors"))
                        .findValuesAsText("kind"))
                .containsExactly("scm_disconnected");
        client.post(token, "/repositories/import", "");
        assertThat(simulator.workspace().repositories()).isEmpty();

        client.post(token, "/access-tokens/code-scanning", "{\"access_token\":\"" + Shop.TOKEN + "\"}");
        client.post(token, "/repositories/import", "");

        assertThat(Client.json(client.get(token, "/workspace/configurationErrors")))
                .isEmpty();
        assertThat(simulator.workspace().repositories()).hasSize(6);
        assertThat(simulator.workspace().tokensHandedOver()).containsExactly(Shop.TOKEN);
    }

    @Test
    void answersAHandoverInEachOfItsForms() throws Exception {
        Map<Handover, String> answers = Map.of(
                Handover.ONE, "{\"success\":1}",
                Handover.TRUE, "{\"success\":true}");
        for (Map.Entry<Handover, String> expected : answers.entrySet()) {
            Client client =
                    new Client(simulators.start(Scenario.shop().workspace(w -> w.withHandover(expected.getKey()))));
            assertThat(client.post(client.accessToken(), "/access-tokens/code-scanning", "{\"access_token\":\"new\"}")
                            .body())
                    .isEqualTo(expected.getValue());
        }
        Simulator unavailable = simulators.start(Scenario.shop().workspace(w -> w.withHandover(Handover.UNAVAILABLE)));
        Client client = new Client(unavailable);

        assertThat(Client.json(client.post(
                                client.accessToken(), "/access-tokens/code-scanning", "{\"access_token\":\"new\"}"))
                        .path("reason_phrase")
                        .asText())
                .isEqualTo("This operation is not available for your workspace");
        assertThat(unavailable.workspace().tokensHandedOver()).isEmpty();
    }

    @Test
    void countsCallsButNotThoseForATokenInTheDeepestWindow(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        String token = client.accessToken();
        for (int i = 0; i < 3; i++) {
            client.get(token, "/workspace");
        }

        assertThat(simulator.calls().aikido()).isEqualTo(3);
        assertThat(simulator.calls().mostWithin(Duration.ofHours(1))).isEqualTo(3);
        assertThat(simulator.calls().mostWithin(Duration.ofNanos(1))).isEqualTo(1);
        assertThat(simulator.exchanges()).hasSize(4);
    }

    private static Scenario withRepositories(int count) {
        return Scenario.shop()
                .workspace(w -> w.withRepositories(LongStream.rangeClosed(1, count)
                        .mapToObj(id -> CodeRepository.of(id, "repo-" + id, false, "id-" + id, "https://x/" + id))
                        .toList()));
    }

    private static void awaitRepositories(Simulator simulator, int count) throws InterruptedException {
        while (simulator.workspace().repositories().size() < count) {
            Thread.sleep(10);
        }
    }
}
