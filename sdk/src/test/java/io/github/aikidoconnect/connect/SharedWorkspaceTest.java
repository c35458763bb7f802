package io.github.aikidoconnect.connect;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static io.github.aikidoconnect.testing.Setup.writes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each project has a workspace of its own: a run in the wrong one changes nothing. */
class SharedWorkspaceTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(imported(Setup.shop()));

    private final Runs runs = Runs.create();

    @Test
    void refusesAWorkspaceOfAnotherProvider() {
        assertMismatch(
                Setup.shop().workspace(workspace -> workspace.withLinkedProvider("github")),
                "The Aikido workspace \"Shop\" is linked to github, not to Azure DevOps.");
    }

    @Test
    void refusesAWorkspaceOfAnotherOrganization() {
        assertMismatch(
                Setup.shop().workspace(workspace -> workspace.withLinkedProviderOrgName("fabrikam")),
                "The Aikido workspace \"Shop\" is linked to the organization \"fabrikam\", not to \"contoso\".");
    }

    @Test
    void refusesAWorkspaceThatMonitorsAnotherProject() {
        assertMismatch(
                payments(true), "The Aikido workspace \"Shop\" already monitors repositories of \"contoso/payments\".");
    }

    @Test
    void acceptsASharedWorkspaceWhereAskedToAndLeavesTheOtherProjectAlone() {
        Simulator simulator = simulators.start(payments(true));
        ConnectReport report = runs.connect(request(simulator)
                .allowSharedWorkspace(true)
                .prune(true)
                .pruneLimit(100)
                .build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().monitored()).contains("pay-core", "shop-web");
        assertThat(report.repositories()).extracting(RepositoryReport::name).doesNotContain("pay-core");
    }

    @Test
    void doesNotMindWhatAnotherProjectOnlyHasListed() {
        Simulator simulator = simulators.start(payments(false));
        assertThat(runs.connect(request(simulator).build()).isSuccess()).isTrue();
        assertThat(simulator.workspace().monitored()).doesNotContain("pay-core");
    }

    @Test
    void warnsOfAWorkspaceThatDoesNotSayItsOrganization() {
        Simulator simulator = simulators.start(
                imported(Setup.shop()).workspace(workspace -> workspace.withLinkedProviderOrgName(null)));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.isSuccess()).isTrue();
        Check check = Checks.of(report, CheckId.AIKIDO_WORKSPACE);
        assertThat(check.status()).isEqualTo(CheckStatus.WARNING);
        assertThat(check.message()).isEqualTo("Aikido does not report which organization \"Shop\" is linked to.");
        assertThat(check.fix()).isNotBlank();
    }

    @Test
    void takesNamesInAnotherCaseForTheSame() {
        Simulator simulator = simulators.start(
                imported(Setup.shop()).workspace(workspace -> workspace.withLinkedProviderOrgName("CONTOSO")));
        assertThat(runs.connect(request(simulator)
                                .organization("Contoso")
                                .project("SHOP front")
                                .build())
                        .isSuccess())
                .isTrue();
    }

    private void assertMismatch(Scenario scenario, String message) {
        Simulator simulator = simulators.start(scenario);
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_WORKSPACE_MISMATCH);
        assertThat(report.problems().get(0).message()).isEqualTo(message);
        assertThat(Checks.of(report, CheckId.AIKIDO_WORKSPACE).status()).isEqualTo(CheckStatus.FAILED);
        assertThat(writes(simulator)).isEmpty();
        assertThat(report.repositories()).as("they are reported all the same").hasSize(6);
    }

    private static Scenario payments(boolean monitored) {
        return imported(Setup.shop()).workspace(workspace -> {
            List<CodeRepository> repositories = new ArrayList<>(workspace.repositories());
            repositories.add(CodeRepository.of(
                    99,
                    "pay-core",
                    monitored,
                    "77777777-1c8e-4a7e-9d55-6f7a8b9c0d07",
                    "https://dev.azure.com/contoso/Payments/_git/pay-core"));
            return workspace.withRepositories(repositories);
        });
    }
}
