package io.github.aikidoconnect.check;

import static io.github.aikidoconnect.testing.Checks.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectSettings;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an access token of Microsoft Entra does in the place of a personal access token: that of a service principal. */
class EntraTokenTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(servicePrincipal());

    private final Runs runs = Runs.withoutPauses();

    private static Scenario servicePrincipal() {
        return Setup.shop().entraToken(token -> token.withServicePrincipal(true));
    }

    private static ConnectRequest.Builder request(Simulator simulator) {
        return Setup.request(simulator).azureToken(Secret.of(Shop.ENTRA_TOKEN));
    }

    @Test
    void readsAzureDevOpsAsABearerToken(Simulator simulator) {
        ConnectReport report = runs.check(request(simulator).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Checks.SCOPES)
                .allSatisfy(scope -> assertThat(Checks.status(report, scope)).isEqualTo(CheckStatus.PASSED));
        assertThat(simulator.exchanges())
                .filteredOn(exchange -> exchange.path().startsWith("/azure/contoso"))
                .extracting(Exchange::requestHeaders)
                .allSatisfy(headers ->
                        assertThat(headers.toString()).contains("Bearer").doesNotContain("Basic"));
    }

    @Test
    void connectsAProjectToTheEnd() {
        Simulator simulator = simulators.start(Setup.imported(servicePrincipal()));
        ConnectReport first = runs.connect(request(simulator).build());
        ConnectReport second = runs.connect(request(simulator).build());

        assertThat(first.isSuccess()).as(first.toText()).isTrue();
        assertThat(first.summary().activated()).isEqualTo(4);
        assertThat(second.summary().alreadyMonitored()).isEqualTo(4);
        assertThat(simulator.workspace().tokensHandedOver()).isEmpty();
    }

    @Test
    void coversAnOrganization() {
        Simulator simulator = simulators.start(
                Setup.imported(servicePrincipal(), "shop-web", "shop-api", "Zahlungs Übersicht", "shop-assets"));

        ConnectReport report = runs.coverage(
                OrganizationRequest.builder(request(simulator).project(null).build())
                        .project(Shop.PROJECT, ProjectSettings.NONE)
                        .build());

        assertThat(report.coverage()).as(report.toText()).isEqualTo(new Coverage(2, 1, 6, 4, 66.6));
    }

    @Test
    void isNotHandedOverToABrokenConnection() {
        Simulator simulator = simulators.start(servicePrincipal()
                .workspace(
                        workspace -> workspace.withConfigurationErrors(List.of(ConfigurationError.scmDisconnected()))));

        runs.connect(request(simulator).build());

        assertThat(simulator.workspace().tokensHandedOver()).isEmpty();
    }

    @Test
    void makesNoTokenWhereItIsNotAPersons(Simulator simulator) {
        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.ROTATE).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AZURE_ENTRA_TOKEN_REJECTED);
        assertThat(simulator.tokens().active()).hasSize(1);
        assertThat(simulator.workspace().tokensHandedOver()).isEmpty();
    }
}
