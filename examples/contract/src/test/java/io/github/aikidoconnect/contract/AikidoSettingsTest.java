package io.github.aikidoconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Issues;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Team;
import io.github.aikidoconnect.simulator.scenario.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Aikido answers about the settings of repositories, teams, pull requests and issues. */
class AikidoSettingsTest {

    private static final String CHECKS = "/repositories/code/continuous_integration/checks/default";

    private static final String NEW_CHECKS = """
            {"minimum_severity":"high","fail_on_dependency_scan":true,"fail_on_sast_scan":false,"fail_on_iac_scan":false,
             "fail_on_secrets_scan":true,"fail_on_malware_scan":false,"enable_code_quality_scan":false,
             "fail_on_code_quality_scan":false}""";

    private static final Scenario SHOP = Scenario.shop()
            .client(client -> client.with("teams:read", "teams:write", "issues:read"))
            .workspace(workspace -> workspace
                    .withRepositories(List.of(
                            CodeRepository.of(1, "web", true, "id-1", "https://x/1"),
                            CodeRepository.of(2, "api", false, "id-2", "https://x/2")))
                    .withTeams(List.of(Team.of(3, "Payments"), Team.imported(4, "Shop Team", 1L, 2L)))
                    .withIssues(List.of(new Issues(1, 1, 2, 3, 4), new Issues(2, 0, 1, 0, 0))));

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(SHOP);

    @Test
    void setsValuesAndAnswersTheValueInForce(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        String token = client.accessToken();

        JsonNode sensitivity =
                Client.json(client.put(token, "/repositories/code/1/sensitivity", "{\"sensitivity\":\"extreme\"}"));
        JsonNode connectivity =
                Client.json(client.put(token, "/repositories/code/1/connectivity", "{\"connectivity\":\"connected\"}"));
        JsonNode devDependencies = Client.json(
                client.put(token, "/repositories/code/1/devdep-scan", "{\"dev_dep_scanning_enabled\":false}"));
        client.post(token, "/repositories/code/1/labels", "{\"name\":\"azure:shop\"}");
        client.post(token, "/repositories/code/1/exclude-path", "{\"path\":\"generated/\"}");
        JsonNode page = Client.json(client.get(token, "/repositories/code/1"));

        assertThat(sensitivity.path("sensitivity").asText()).isEqualTo("extreme");
        assertThat(connectivity.path("connectivity").asText()).isEqualTo("connected");
        assertThat(devDependencies.path("dev_dep_scanning_enabled").asBoolean(true))
                .isFalse();
        assertThat(page.path("sensitivity").asText()).isEqualTo("extreme");
        assertThat(page.at("/labels/0/name").asText()).isEqualTo("azure:shop");
        assertThat(page.at("/excluded_paths/0/path").asText()).isEqualTo("generated/");
        assertThat(page.at("/linked_teams/0/name").asText()).isEqualTo("Shop Team");
        assertThat(page.has("dev_dep_scanning_enabled")).isFalse();
    }

    @Test
    void leavesInactiveRepositoriesOutOfTeamsAndLinksOnce(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        String token = client.accessToken();
        String link = "{\"repo_id\":1}";

        assertThat(client.post(token, "/teams/3/linkResource", link).statusCode())
                .isEqualTo(200);
        assertThat(client.post(token, "/teams/3/linkResource", link).statusCode())
                .isEqualTo(400);
        assertThat(client.post(token, "/teams/4/linkResource", link).statusCode())
                .isEqualTo(400);

        JsonNode teams = Client.json(client.get(token, "/teams?page=0&per_page=100"));
        assertThat(teams).hasSize(2);
        assertThat(teams.at("/0/responsibilities")).hasSize(1);
        assertThat(teams.at("/1/responsibilities")).hasSize(1);
        assertThat(teams.at("/1/external_source").asText()).isEqualTo("azure_devops");
        assertThat(Client.json(client.get(token, "/teams?page=1&per_page=100"))).isEmpty();
    }

    @Test
    void createsATeamOfANewNameOnly(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        String token = client.accessToken();

        assertThat(client.post(token, "/teams", "{\"name\":\"New\"}").statusCode())
                .isEqualTo(201);
        assertThat(client.post(token, "/teams", "{\"name\":\"New\"}").statusCode())
                .isEqualTo(400);
        assertThat(simulator.workspace().settings().teams()).hasSize(3);
    }

    @Test
    void keepsTheDefaultForPullRequests(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        String token = client.accessToken();
        assertThat(Client.json(client.get(token, CHECKS)).path("is_enabled").asBoolean(true))
                .isFalse();

        client.post(token, CHECKS, NEW_CHECKS);

        JsonNode saved = Client.json(client.get(token, CHECKS));
        assertThat(saved.path("is_enabled").asBoolean()).isTrue();
        assertThat(saved.path("fail_on_secrets_scan").asBoolean()).isTrue();
        assertThat(saved.path("fail_on_sast_scan").asBoolean(true)).isFalse();
        assertThat(saved.path("post_inline_comments_min_severity").isNull()).isTrue();
    }

    @Test
    void refusesADefaultThatTheAccountDoesNotInclude() throws Exception {
        Client client = new Client(simulators.start(
                SHOP.workspace(workspace -> workspace.withSettings(Workspace.Settings.NO_PULL_REQUEST_CHECKS))));

        assertThat(client.post(client.accessToken(), CHECKS, NEW_CHECKS).statusCode())
                .isEqualTo(400);
    }

    @Test
    void countsIssuesOfTheWorkspaceOrOfARepository(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        String token = client.accessToken();

        assertThat(Client.json(client.get(token, "/issues/counts"))
                        .at("/issue_groups/high")
                        .asInt())
                .isEqualTo(3);
        assertThat(Client.json(client.get(token, "/issues/counts?filter_code_repo_id=1"))
                        .at("/issue_groups/high")
                        .asInt())
                .isEqualTo(2);
    }
}
