package io.github.aikidoconnect.connect;

import static io.github.aikidoconnect.testing.Setup.broken;
import static io.github.aikidoconnect.testing.Setup.calls;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** To whom a token is handed over, and which tokens never are. */
public class HandoverPolicyTest {

    private static final String HANDOVER = "/access-tokens/code-scanning";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(imported(Setup.shop()));

    private final Runs runs = Runs.create();

    @Test
    void givesNothingAwayWhileTheConnectionIsFine(Simulator simulator) {
        runs.connect(request(simulator).build());
        assertThat(calls(simulator, "POST", HANDOVER)).isEmpty();
    }

    @Test
    void givesNothingAwayForAnotherConfigurationError() {
        Simulator simulator = simulators.start(imported(Setup.shop())
                .workspace(workspace -> workspace.withConfigurationErrors(
                        List.of(ConfigurationError.scmDisconnected().withKind("domain_not_accessible")))));
        runs.connect(request(simulator).build());
        assertThat(calls(simulator, "POST", HANDOVER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Handover.class,
            names = {"AUTO", "ALWAYS"})
    void neverHandsOverTheTokenOfAJobWhateverThePolicy(Handover policy) {
        Simulator simulator = simulators.start(
                broken(imported(Setup.shop())).jobToken("shop-web", "shop-api", "Zahlungs Übersicht", "shop-assets"));
        ConnectReport report = runs.connect(request(simulator)
                .azureToken(Secret.of(Shop.JOB_TOKEN))
                .handover(policy)
                .build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(calls(simulator, "POST", HANDOVER)).isEmpty();
        Check connection = Checks.of(report, CheckId.AIKIDO_CONNECTION);
        assertThat(connection.status()).isEqualTo(CheckStatus.WARNING);
        assertThat(connection.fix()).contains("no other token is handed over");
    }

    @Test
    void neverHandsOverATokenThatDoesNotHaveTheShapeOfAPersonalAccessToken() {
        Simulator simulator =
                simulators.start(broken(imported(Setup.shop())).token(token -> token.withValue("opaque-1")));
        ConnectReport report = runs.connect(request(simulator)
                .azureToken(Secret.of("opaque-1"))
                .handover(Handover.ALWAYS)
                .build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(calls(simulator, "POST", HANDOVER)).isEmpty();
    }

    @Test
    void neverHandsOverTheTokenOfThisJobWhateverItsShapeAndSaysWhy(Simulator simulator) {
        ConnectReport report = runs.connect(request(simulator)
                .pipelineToken(Secret.of(Shop.TOKEN))
                .handover(Handover.ALWAYS)
                .build());
        assertThat(calls(simulator, "POST", HANDOVER)).isEmpty();
        Check connection = Checks.of(report, CheckId.AIKIDO_CONNECTION);
        assertThat(connection.status()).isEqualTo(CheckStatus.WARNING);
        assertThat(connection.message())
                .isEqualTo("The token is not handed over to Aikido."
                        + " It is a pipeline's job token, which expires when the job ends.");
    }

    @Test
    void handsAPersonalAccessTokenOverWhereTheJobHasATokenOfItsOwn() {
        Simulator simulator = simulators.start(broken(Setup.shop()));
        runs.connect(request(simulator).pipelineToken(Secret.of(Shop.JOB_TOKEN)).build());
        assertThat(simulator.workspace().tokensHandedOver()).containsExactly(Shop.TOKEN);
    }

    @Test
    void givesTheTokenOnEveryRunWhereAskedTo(Simulator simulator) {
        ConnectRequest request = request(simulator).handover(Handover.ALWAYS).build();
        runs.connect(request);
        runs.connect(request);
        assertThat(simulator.workspace().tokensHandedOver()).containsExactly(Shop.TOKEN, Shop.TOKEN);
    }

    @Test
    void neverGivesTheTokenWhereForbiddenAndSaysWhatToDo() {
        Simulator simulator = simulators.start(broken(imported(Setup.shop())));
        ConnectReport report = runs.connect(request(simulator).handover("never").build());
        assertThat(calls(simulator, "POST", HANDOVER)).isEmpty();
        Check connection = Checks.of(report, CheckId.AIKIDO_CONNECTION);
        assertThat(connection.message()).isEqualTo("Aikido reports its connection to Azure DevOps as broken.");
        assertThat(connection.fix())
                .startsWith("Renew the token in Aikido's web page, or set ")
                .endsWith(" to auto.");
    }

    @Test
    void givesNothingAwayOnADryRunACheckOrAStatus() {
        Simulator simulator = simulators.start(broken(imported(Setup.shop())));
        ConnectRequest request = request(simulator).handover(Handover.ALWAYS).build();
        runs.plan(request);
        runs.check(request);
        runs.status(request);
        assertThat(Setup.writes(simulator)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -", "azure_devops, -", "azure_devops, ' '", "-, contoso"})
    void givesNothingAwayByItselfToAWorkspaceThatDoesNotNameTheOrganization(String provider, String organization) {
        Simulator simulator = simulators.start(broken(imported(Setup.shop()))
                .workspace(
                        workspace -> workspace.withLinkedProvider(provider).withLinkedProviderOrgName(organization)));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(calls(simulator, "POST", HANDOVER)).isEmpty();
        Check connection = Checks.of(report, CheckId.AIKIDO_CONNECTION);
        assertThat(connection.status()).isEqualTo(CheckStatus.WARNING);
        assertThat(connection.fix())
                .contains(
                        "set ConnectRequest.handover to always",
                        "only to a workspace that Aikido reports as linked to the organization \"contoso\"");
        assertThat(Checks.status(report, CheckId.AIKIDO_WORKSPACE)).isEqualTo(CheckStatus.WARNING);
        assertThat(simulator.workspace().monitored()).hasSize(4);
    }

    @Test
    void givesTheTokenToAWorkspaceThatDoesNotNameTheOrganizationWhereAskedTo() {
        Simulator simulator = simulators.start(broken(imported(Setup.shop()))
                .workspace(workspace -> workspace.withLinkedProvider(null).withLinkedProviderOrgName(null)));
        runs.connect(request(simulator).handover(Handover.ALWAYS).build());
        assertThat(simulator.workspace().tokensHandedOver()).containsExactly(Shop.TOKEN);
    }
}
