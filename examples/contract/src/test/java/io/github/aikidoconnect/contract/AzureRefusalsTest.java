package io.github.aikidoconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.AzureLimit;
import io.github.aikidoconnect.simulator.scenario.AzureScenario.Expiry;
import io.github.aikidoconnect.simulator.scenario.AzureScenario.NotFound;
import io.github.aikidoconnect.simulator.scenario.AzureScenario.Rejection;
import io.github.aikidoconnect.simulator.scenario.Organization.Status;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How Azure DevOps says no. */
class AzureRefusalsTest {
    private static final String PROJECTS = "/contoso/_apis/projects?" + Client.VERSION;
    private static final String[] SUPPRESS = {"X-TFS-FedAuthRedirect", "Suppress"};

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.answersOnly(Scenario.shop());

    @Test
    void answersAnUnknownTokenWith203AndASignInPage(Simulator simulator) throws Exception {
        HttpResponse<String> answer = new Client(simulator).azure(Shop.UNKNOWN_TOKEN, PROJECTS);

        assertThat(answer.statusCode()).isEqualTo(203);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    }

    @Test
    void answersAnUnknownTokenWithARedirectToSignInWhereTheScenarioSaysSo() throws Exception {
        Scenario scenario = Scenario.shop().azure(a -> a.withRejection(Rejection.REDIRECT));

        HttpResponse<String> answer = new Client(simulators.start(scenario)).azure(Shop.UNKNOWN_TOKEN, PROJECTS);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).contains("_signin"));
    }

    @ParameterizedTest
    @EnumSource(Rejection.class)
    void answersAnUnknownTokenWith401WhenTheRedirectIsSuppressed(Rejection rejection) throws Exception {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withRejection(rejection)));

        HttpResponse<String> answer = new Client(simulator).azure(Shop.UNKNOWN_TOKEN, PROJECTS, SUPPRESS);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void answersWithTheSignInPageEvenWhenSuppressedWhereTheScenarioSaysSo() throws Exception {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withIgnoreSuppress(true)));

        assertThat(new Client(simulator)
                        .azure(Shop.UNKNOWN_TOKEN, PROJECTS, SUPPRESS)
                        .statusCode())
                .isEqualTo(203);
    }

    @Test
    void answersATokenOfAnotherOrganizationAsUnknown() throws Exception {
        Simulator simulator = simulators.start(Scenario.shop().token(t -> t.withOrganizations(List.of("fabrikam"))));

        assertThat(new Client(simulator).azure(PROJECTS).statusCode()).isEqualTo(203);
    }

    @ParameterizedTest
    @EnumSource(Expiry.class)
    void answersAnExpiredTokenWith401InWords(Expiry form) throws Exception {
        Scenario scenario = Scenario.shop().token(t -> t.withExpired(true)).azure(a -> a.withExpiry(form));

        HttpResponse<String> answer = new Client(simulators.start(scenario)).azure(Shop.TOKEN, PROJECTS, SUPPRESS);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("The Personal Access Token used has expired.");
    }

    @ParameterizedTest
    @CsvSource({
        "vso.code, /contoso/Payments/_apis/git/repositories?api-version=7.1",
        "vso.code, /contoso/Shop%20Front/_apis/tfvc/items?api-version=7.1",
        "vso.project, /contoso/_apis/teams?api-version=7.1-preview.3",
        "vso.memberentitlementmanagement, /contoso/_apis/userentitlementsummary?api-version=7.1"
    })
    void answersAMissingScopeWith401AndAnEmptyBody(String scope, String call) throws Exception {
        Client able = new Client(simulators.simulator());
        Client unable = new Client(simulators.start(Scenario.shop().token(t -> t.without(scope))));

        assertThat(able.azure(call).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = unable.azure(call);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEmpty();
    }

    @Test
    void letsCodeReadTheProfileAndProfileReadTheProjects() throws Exception {
        Client code = new Client(simulators.start(Scenario.shop().token(t -> t.withScopes(List.of("vso.code")))));
        String profile = "/contoso/_apis/profile/profiles/me?" + Client.VERSION;

        assertThat(code.azure(profile).statusCode()).isEqualTo(200);
        assertThat(code.azure(PROJECTS).statusCode()).isEqualTo(200);

        Client none = new Client(simulators.start(Scenario.shop().token(t -> t.withScopes(List.of("vso.work")))));
        assertThat(none.azure(profile).statusCode()).isEqualTo(401);
        assertThat(none.azure(PROJECTS).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"graph/groups", "process/processes", "distributedtask/agentclouds", "permissionsreport"})
    void opensWhatTheFourScopesDoNotOnlyToAFullAccessToken(String resource) throws Exception {
        Client four = new Client(simulators.simulator());
        Client full = new Client(simulators.start(Scenario.shop().token(t -> t.withFullAccess(true))));
        String call = "/contoso/_apis/" + resource + "?" + Client.VERSION;

        assertThat(four.azure(call).statusCode()).isEqualTo(401);
        assertThat(full.azure(call).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesTheProfileToEveryTokenWhereTheScenarioSaysSo() throws Exception {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withProfileRefusesTokens(true)));

        assertThat(new Client(simulator)
                        .azure("/contoso/_apis/profile/profiles/me?" + Client.VERSION)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void answersTheAnonymousUserForAnUnknownTokenWhereTheScenarioSaysSo() throws Exception {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withAnonymousConnectionData(true)));

        HttpResponse<String> answer =
                new Client(simulator).azure(Shop.UNKNOWN_TOKEN, "/contoso/_apis/connectionData?" + Client.VERSION);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Client.json(answer)
                        .at("/authenticatedUser/providerDisplayName")
                        .asText())
                .isEqualTo("Anonymous");
    }

    @Test
    void answersAStoppedOrganizationWith503AndAByteOrderMark() throws Exception {
        Simulator simulator = simulators.start(Scenario.shop().organization(o -> o.withStatus(Status.STOPPED)));

        HttpResponse<String> answer = new Client(simulator).azure(PROJECTS);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).startsWith("\uFEFF{").contains("TF24668");
        assertThat(answer.headers().firstValue("X-TFS-ServiceError")).isPresent();
    }

    @Test
    void answersAnUnknownOrganizationWith404(Simulator simulator) throws Exception {
        assertThat(new Client(simulator)
                        .azure("/fabrikam/_apis/projects?" + Client.VERSION)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsAnUnknownProjectByNameFromOneById(Simulator simulator) throws Exception {
        Client client = new Client(simulator);
        HttpResponse<String> byName = client.azure("/contoso/_apis/projects/Nowhere?" + Client.VERSION);
        HttpResponse<String> byId =
                client.azure("/contoso/_apis/projects/00000000-aaaa-bbbb-cccc-000000000000?" + Client.VERSION);

        assertThat(byName.statusCode()).isEqualTo(404);
        assertThat(Client.json(byName).path("typeKey").asText()).isEqualTo("ProjectDoesNotExistWithNameException");
        assertThat(byName.body()).contains("TF200016");
        assertThat(byId.statusCode()).isEqualTo(404);
        assertThat(byId.body()).contains("VS800075");
    }

    @Test
    void answersAnUnknownProjectAsTextWhereTheScenarioSaysSo() throws Exception {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withNotFound(NotFound.TEXT)));

        HttpResponse<String> answer =
                new Client(simulator).azure("/contoso/Nowhere/_apis/git/repositories?" + Client.VERSION);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
    }

    @Test
    void refusesACallWithoutAnApiVersionOrWithAnother(Simulator simulator) throws Exception {
        Client client = new Client(simulator);

        assertThat(client.azure("/contoso/_apis/projects").body()).contains("VssVersionNotSpecifiedException");
        assertThat(client.azure("/contoso/_apis/projects?api-version=99").body())
                .contains("VssVersionOutOfRangeException");
    }

    @Test
    void wantsThePreviewFlagForAPreviewWhereTheScenarioSaysSo() throws Exception {
        Client client = new Client(simulators.start(Scenario.shop().azure(a -> a.withStrictPreview(true))));

        HttpResponse<String> refused = client.azure("/contoso/_apis/connectionData?api-version=7.1");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Client.json(refused).path("typeKey").asText()).isEqualTo("VssInvalidPreviewVersionException");
        assertThat(refused.body()).contains("The -preview flag must be supplied");
        assertThat(client.azure("/contoso/_apis/connectionData?api-version=7.1-preview")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.azure(PROJECTS).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesEveryTokenUnderConditionalAccess() throws Exception {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withConditionalAccess(true)));

        assertThat(new Client(simulator).azure(PROJECTS).body()).contains("VS403463");
    }

    @Test
    void asksForAPauseBeforeItRefusesTooManyCalls() throws Exception {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withLimit(new AzureLimit(1, 2, 1, 7))));
        Client client = new Client(simulator);

        assertThat(client.azure(PROJECTS).headers().firstValue("Retry-After")).isEmpty();
        HttpResponse<String> delayed = client.azure(PROJECTS);
        assertThat(delayed.statusCode()).isEqualTo(200);
        assertThat(delayed.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(delayed.headers().firstValue("X-RateLimit-Remaining")).hasValue("0");
        HttpResponse<String> refused = client.azure(PROJECTS);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("TF400733");
        assertThat(client.azure(PROJECTS).statusCode()).isEqualTo(200);
    }
}
