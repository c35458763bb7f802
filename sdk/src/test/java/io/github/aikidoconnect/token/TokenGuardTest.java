package io.github.aikidoconnect.token;

import static io.github.aikidoconnect.testing.Checks.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a project given, its token goes only to the workspace of that project. */
class TokenGuardTest {

    /** The workspace monitors a repository of the project Payments. */
    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(monitoringPayments());

    private final Runs runs = Runs.withoutPauses();

    @ParameterizedTest
    @ValueSource(strings = {Shop.PROJECT, Shop.PROJECT_ID})
    void createsNoTokenForTheWorkspaceOfAnotherProject(String project, Simulator simulator) {
        ConnectReport report = rotate(Tokens.where(simulator).project(project));

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_WORKSPACE_MISMATCH);
        assertThat(Tokens.calls(simulator, "POST")).isEmpty();
        assertThat(simulator.workspace().tokensHandedOver()).isEmpty();
    }

    @Test
    void createsOneForTheWorkspaceOfTheProject(Simulator simulator) {
        assertThat(rotate(Tokens.where(simulator).project(Shop.OTHER_PROJECT)).isSuccess())
                .isTrue();
    }

    @Test
    void createsOneForASharedWorkspaceIfThatIsAccepted(Simulator simulator) {
        ConnectReport report =
                rotate(Tokens.where(simulator).project(Shop.PROJECT).allowSharedWorkspace(true));

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
    }

    @Test
    void createsNoTokenForAProjectThatIsNotThere(Simulator simulator) {
        ConnectReport report = rotate(Tokens.where(simulator).project("Nowhere"));

        assertThat(codes(report)).containsExactly(ProblemCode.AZURE_PROJECT_NOT_FOUND);
        assertThat(Tokens.calls(simulator, "POST")).isEmpty();
    }

    private ConnectReport rotate(ConnectRequest.Builder where) {
        return runs.token(
                TokenRequest.builder(where.build()).action(TokenAction.ROTATE).build());
    }

    private static Scenario monitoringPayments() {
        CodeRepository other = CodeRepository.of(
                1,
                "pay-core",
                true,
                "77777777-1c8e-4a7e-9d55-6f7a8b9c0d07",
                "https://dev.azure.com/contoso/Payments/_git/pay-core");
        return Setup.shop().workspace(workspace -> workspace.withRepositories(List.of(other)));
    }
}
