package io.github.aikidoconnect.organization;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Groups.contoso;
import static io.github.aikidoconnect.testing.Groups.fabrikam;
import static io.github.aikidoconnect.testing.Groups.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Companies;
import io.github.aikidoconnect.testing.Groups;
import io.github.aikidoconnect.testing.Runs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What several organizations of one run must not have in common. */
class OrganizationsInCommonTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Companies.of(2, 3));

    private final Runs runs = Runs.withoutPauses();

    @Test
    void refusesAnOrganizationThatIsNamedTwiceBeforeAnyCall(Simulator one) {
        OrganizationRequest again = Companies.request(
                        Companies.common(one).organization("CONTOSO").build(), 1)
                .build();

        ConnectReport report = runs.connectAll(List.of(contoso(one, 2), again));

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.CONFIGURATION);
        assertThat(Checks.problem(report).message())
                .isEqualTo("The organization \"CONTOSO at " + one.azureUrl() + "\" was specified more than once.");
        assertThat(report.organizations()).hasSize(2);
        assertThat(one.exchanges()).isEmpty();
    }

    @Test
    void sendsNoTokenToTwoServers(Simulator one) {
        Simulator other = simulators.start(Groups.fabrikam(1, 1));
        ConnectRequest borrowed =
                Companies.common(other).organization(Groups.FABRIKAM).build();

        ConnectReport report = runs.connectAll(
                List.of(contoso(one, 2), Companies.request(borrowed, 1).build()));

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.CONFIGURATION);
        assertThat(Checks.problem(report).message())
                .isEqualTo("The token of the organizations \"contoso at " + one.azureUrl() + "\", \"fabrikam at "
                        + other.azureUrl() + "\" is the same, although they are on different servers.");
        assertThat(one.exchanges()).isEmpty();
        assertThat(other.exchanges()).isEmpty();
    }

    @Test
    void sendsNoApiClientToTwoServers(Simulator one) {
        Simulator other = simulators.start(Groups.fabrikam(2, 1));
        ConnectRequest common = Companies.common(other)
                .organization(Groups.FABRIKAM)
                .azureToken(Secret.of(Groups.FABRIKAM_TOKEN))
                .build();
        OrganizationRequest borrowing = OrganizationRequest.builder(common)
                .project("Team 1", Companies.client(1))
                .build();

        ConnectReport report = runs.statusOfAll(List.of(contoso(one, 2), borrowing));

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.CONFIGURATION);
        assertThat(Checks.problem(report).message())
                .startsWith("The projects \"Team 1 (contoso at ")
                .endsWith(" use the same API client, although it would be sent to different servers of Aikido.");
        assertThat(other.exchanges()).noneMatch(exchange -> exchange.path().startsWith("/aikido/"));
        assertThat(part(report, "contoso").outcome()).isEqualTo(Outcome.PARTIAL);
    }

    @Test
    void refusesToRunWithoutAnOrganization() {
        ConnectReport report = AikidoConnect.create().connect(List.<OrganizationRequest>of());

        assertThat(codes(report)).containsExactly(ProblemCode.CONFIGURATION);
    }

    @Test
    void refusesProjectsOfTwoOrganizationsThatShareAClient() {
        Simulator both = simulators.start(Groups.onOneServer(2, 3));
        OrganizationRequest fabrikam = OrganizationRequest.builder(
                        Companies.common(both).organization(Groups.FABRIKAM).build())
                .project("Team 1", Companies.client(1))
                .build();

        ConnectReport report = runs.connectAll(List.of(contoso(both, 2), fabrikam));

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AIKIDO_WORKSPACE_MISMATCH);
        String at = " at " + both.azureUrl();
        assertThat(Checks.problem(report).message())
                .isEqualTo("The projects \"Team 1 (contoso" + at + ")\", \"Team 1 (fabrikam" + at
                        + ")\" use the same API client and therefore the same workspace.");
        assertThat(both.workspaces())
                .extracting(state -> state.monitored().size())
                .containsExactly(0, 3);
    }

    @Test
    void refusesTheSecondOfTwoOrganizationsWhoseClientsAreOfOneWorkspace() {
        Simulator both = simulators.start(Groups.onOneServer(2, 3)
                .workspace(workspace -> workspace.withLinkedProviderOrgName(null))
                .aikido(aikido -> aikido.withWorkspaces(List.of(aikido.workspaces()
                        .get(0)
                        .withClients(List.of(
                                aikido.workspaces().get(0).clients().get(0),
                                aikido.workspaces().get(1).clients().get(0)))))));
        List<OrganizationRequest> requests = new ArrayList<>();
        for (String name : List.of("contoso", "fabrikam")) {
            requests.add(OrganizationRequest.builder(
                            Companies.common(both).organization(name).build())
                    .project("Team 1", Companies.client(name.equals("contoso") ? 1 : 2))
                    .build());
        }

        ConnectReport report = runs.connectAll(requests);

        assertThat(report.problems())
                .extracting(Problem::message)
                .anySatisfy(message ->
                        assertThat(message).contains("is also used by the project \"Team 1\" of the organization \""));
    }
}
