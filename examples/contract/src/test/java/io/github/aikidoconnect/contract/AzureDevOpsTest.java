package io.github.aikidoconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Project;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Azure DevOps answers to those who may ask. */
class AzureDevOpsTest {
    private static final String AREA = "/_apis/resourceAreas/79134C72-4A58-4B42-976C-04E7115F32BF";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    @Test
    void knowsAnOrganizationWithoutCredentials(Simulator simulator) throws Exception {
        Client client = new Client(simulator);

        assertThat(client.anonymous(AREA + "?accountName=CONTOSO&api-version=5.0-preview.1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.anonymous(AREA + "?accountName=fabrikam&api-version=5.0-preview.1")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void listsRepositoriesOfEveryKind(Simulator simulator) throws Exception {
        JsonNode list = Client.json(
                new Client(simulator).azure("/contoso/Shop%20Front/_apis/git/repositories?" + Client.VERSION));

        assertThat(list.path("count").asInt()).isEqualTo(6);
        assertThat(list.path("value").findValuesAsText("name")).contains("shop-web", "Zahlungs Übersicht");
        assertThat(repository(list, "shop-archive").path("isDisabled").asBoolean())
                .isTrue();
        assertThat(repository(list, "shop-new").has("defaultBranch")).isFalse();
        assertThat(repository(list, "shop-new").path("size").asLong()).isZero();
        assertThat(repository(list, "shop-assets").path("size").asLong()).isGreaterThan(Integer.MAX_VALUE);
        assertThat(repository(list, "Zahlungs Übersicht").path("webUrl").asText())
                .isEqualTo("https://dev.azure.com/contoso/Shop%20Front/_git/Zahlungs%20%C3%9Cbersicht");
    }

    @Test
    void findsAProjectByNameAndById(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        JsonNode byName = Client.json(client.azure("/contoso/_apis/projects/shop%20front?" + Client.VERSION));
        JsonNode byId = Client.json(client.azure("/contoso/_apis/projects/" + Shop.PROJECT_ID + "?" + Client.VERSION));

        assertThat(byName).isEqualTo(byId);
        assertThat(byName.has("capabilities")).isFalse();
    }

    @Test
    void writesTheBooleansOfCapabilitiesAsText(Simulator simulator) throws Exception {
        JsonNode control = Client.json(new Client(simulator)
                        .azure("/contoso/_apis/projects/Payments?includeCapabilities=true&" + Client.VERSION))
                .at("/capabilities/versioncontrol");

        assertThat(control.path("gitEnabled").textValue()).isEqualTo("True");
        assertThat(control.path("tfvcEnabled").textValue()).isEqualTo("False");
    }

    @Test
    void pagesProjectsByTheContinuationHeader() throws Exception {
        List<Project> projects =
                IntStream.range(0, 7).mapToObj(i -> Project.of("project-" + i)).toList();
        Scenario scenario =
                Scenario.shop().organization(o -> o.withProjects(projects)).azure(a -> a.withPageSize(3));
        Client client = new Client(simulators.start(scenario));

        List<String> names = new ArrayList<>();
        Optional<String> next = Optional.of("0");
        int pages = 0;
        while (next.isPresent()) {
            HttpResponse<String> page = client.azure(
                    "/contoso/_apis/projects?$top=5&continuationToken=" + next.get() + "&" + Client.VERSION);
            names.addAll(Client.json(page).path("value").findValuesAsText("name"));
            next = page.headers().firstValue("x-ms-continuationtoken");
            pages++;
        }

        assertThat(names)
                .containsExactlyElementsOf(projects.stream().map(Project::name).toList());
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void listsProjectsInWhateverStateTheyAre() throws Exception {
        Scenario scenario = Scenario.shop()
                .project("Payments", p -> p.withState("deleting"))
                .project("Shop Front", p -> p.withState("somethingNew"));

        JsonNode list =
                Client.json(new Client(simulators.start(scenario)).azure("/contoso/_apis/projects?" + Client.VERSION));

        assertThat(list.path("value").findValuesAsText("state")).containsExactly("somethingNew", "deleting");
    }

    @Test
    void listsForAJobOnlyWhatItsPipelineReferences() throws Exception {
        Client client = new Client(simulators.start(Scenario.shop().jobToken("shop-web")));

        JsonNode list = Client.json(client.entra(
                Shop.JOB_TOKEN, "GET", "/contoso/Shop%20Front/_apis/git/repositories?" + Client.VERSION, ""));
        JsonNode owner = Client.json(
                client.entra(Shop.JOB_TOKEN, "GET", "/contoso/_apis/connectionData?api-version=7.1-preview", ""));

        assertThat(list.path("value").findValuesAsText("isDisabled")).hasSize(1);
        assertThat(list.at("/value/0/name").asText()).isEqualTo("shop-web");
        assertThat(owner.at("/authenticatedUser/descriptor").asText()).contains("ServiceIdentity;", ":Build:");
        assertThat(client.azure(Shop.JOB_TOKEN, "/contoso/_apis/connectionData?api-version=7.1-preview")
                        .statusCode())
                .as("as a password")
                .isNotEqualTo(200);
    }

    @Test
    void hasATfvcRootOnlyWhereTfvcIsEnabled(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        String items = "/_apis/tfvc/items?recursionLevel=none&" + Client.VERSION + "&scopePath=$/";

        JsonNode root = Client.json(client.azure("/contoso/Shop%20Front" + items + "Shop%20Front"));
        assertThat(root.at("/value/0/path").asText()).isEqualTo("$/Shop Front");
        assertThat(root.at("/value/0/isFolder").asBoolean()).isTrue();
        assertThat(client.azure("/contoso/Payments" + items + "Payments").statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesCallsOnADisabledRepository(Simulator simulator) throws Exception {
        HttpResponse<String> answer = new Client(simulator)
                .azure("/contoso/Shop%20Front/_apis/git/repositories/shop-archive?" + Client.VERSION);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("TF401019");
    }

    @Test
    void findsARepositoryByItsIdInTheWholeOrganization(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        String path = "/contoso/_apis/git/repositories/";

        JsonNode found = Client.json(client.azure(path + "77777777-1C8E-4a7e-9d55-6f7a8b9c0d07?" + Client.VERSION));
        assertThat(found.at("/project/name").asText()).isEqualTo("Payments");
        for (String disabledAndUnknown : new String[] {"44444444-1c8e-4a7e-9d55-6f7a8b9c0d04", Shop.PROJECT_ID}) {
            HttpResponse<String> answer = client.azure(path + disabledAndUnknown + "?" + Client.VERSION);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("TF401019");
        }
    }

    @Test
    void keepsDeletedRepositoriesInTheRecycleBinOfTheirProject() throws Exception {
        Scenario scenario = Scenario.shop()
                .project("Shop Front", p -> p.withDeletedRepositories(List.of(GitRepository.of("shop-old"))));
        Client client = new Client(simulators.start(scenario));
        String bin = "/_apis/git/recycleBin/repositories?" + Client.VERSION;

        assertThat(Client.json(client.azure("/contoso/Shop%20Front" + bin))
                        .path("value")
                        .findValuesAsText("name"))
                .contains("shop-old");
        assertThat(Client.json(client.azure("/contoso/Payments" + bin))
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    void saysWhoseTheTokenIsAndNamesThePersonOnEveryAnswer(Simulator simulator) throws Exception {
        HttpResponse<String> answer = new Client(simulator).azure("/contoso/_apis/connectionData?api-version=7.1");

        assertThat(Client.json(answer)
                        .at("/authenticatedUser/providerDisplayName")
                        .asText())
                .isEqualTo("Kim Sample");
        assertThat(answer.headers().firstValue("X-VSS-UserData"))
                .hasValueSatisfying(v -> assertThat(v).contains("@"));
    }

    @Test
    void hasNoGitRepositoriesWhereGitIsOff() throws Exception {
        Scenario scenario = Scenario.shop()
                .project(
                        "Payments", p -> p.withGitEnabled(false).withRepositories(List.of(GitRepository.of("hidden"))));

        JsonNode list = Client.json(new Client(simulators.start(scenario))
                .azure("/contoso/Payments/_apis/git/repositories?" + Client.VERSION));

        assertThat(list.path("count").asInt()).isZero();
    }

    private static JsonNode repository(JsonNode list, String name) {
        for (JsonNode repository : list.path("value")) {
            if (repository.path("name").asText().equals(name)) {
                return repository;
            }
        }
        throw new AssertionError(name + " is not in " + list);
    }
}
