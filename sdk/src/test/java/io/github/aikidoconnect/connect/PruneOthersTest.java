package io.github.aikidoconnect.connect;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Pruning.all;
import static io.github.aikidoconnect.testing.Pruning.assertUntouched;
import static io.github.aikidoconnect.testing.Pruning.gone;
import static io.github.aikidoconnect.testing.Pruning.monitored;
import static io.github.aikidoconnect.testing.Pruning.prune;
import static io.github.aikidoconnect.testing.Pruning.with;
import static io.github.aikidoconnect.testing.Pruning.withGone;
import static io.github.aikidoconnect.testing.Setup.imported;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Imports;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Aikido monitors for others, which no run for this project may deactivate. */
class PruneOthersTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(monitored());

    private final Runs runs = Runs.create();

    @Test
    void leavesAProjectAloneThatHasARepositoryOfTheSameName() {
        assertLeavesAlone(gone(Shop.OTHER_PROJECT, "shop-web"), gone("Shop Front 2", "shop-web"));
    }

    @Test
    void leavesAnotherOrganizationAlone() {
        assertLeavesAlone(
                gone(Shop.PROJECT, "shop-web").withUrl("https://dev.azure.com/fabrikam/Shop%20Front/_git/shop-web"));
    }

    @Test
    void leavesAnotherProviderAlone() {
        assertLeavesAlone(
                gone(Shop.PROJECT, "gone").withProvider("github"),
                gone(Shop.PROJECT, "gone").withUrl("https://github.com/contoso/gone"),
                gone(Shop.PROJECT, "gone").withUrl("https://gitlab.com/contoso/Shop%20Front/gone"));
    }

    @Test
    void leavesAloneWhatHasNoAddress() {
        assertLeavesAlone(gone(Shop.PROJECT, "gone").withUrl(null));
    }

    @Test
    void leavesAloneWhatIsKnownUnderTheProjectsOldName() {
        Scenario renamed = monitored()
                .workspace(workspace -> workspace.withRepositories(workspace.repositories().stream()
                        .map(repository -> repository.withUrl(
                                String.valueOf(repository.url()).replace("Shop%20Front", "Old%20Name")))
                        .toList()));
        Simulator simulator = simulators.start(renamed);
        ConnectReport report = runs.connect(prune(simulator).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertUntouched(simulator);
    }

    @Test
    void leavesAloneWhatHasMovedToAnotherProject() {
        assertLeavesAlone(
                gone(Shop.OTHER_PROJECT, "pay-core").withExternalRepoId("77777777-1c8e-4a7e-9d55-6f7a8b9c0d07"));
    }

    @Test
    void leavesAloneWhatIsDisabled() {
        Simulator simulator = simulators.start(imported(Setup.shop(), "shop-web", "shop-archive"));
        runs.connect(prune(simulator).build());
        assertThat(simulator.workspace().monitored()).contains("shop-archive", "shop-web");
    }

    @Test
    void leavesAWorkspaceAloneThatBelongsToAnotherProject() {
        Simulator simulator = simulators.start(monitored());
        ConnectReport report = runs.connect(prune(simulator)
                .allowSharedWorkspace(false)
                .project(Shop.OTHER_PROJECT)
                .build());
        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_WORKSPACE_MISMATCH);
        assertUntouched(simulator);
        runs.connect(prune(simulator)
                .project(Shop.OTHER_PROJECT)
                .syncTimeout(Duration.ZERO)
                .build());
        assertThat(simulator.workspace().monitored()).contains(all());
    }

    @Test
    void leavesAWorkspaceAloneThatIsLinkedToAnotherOrganization() {
        Simulator simulator =
                simulators.start(withGone().workspace(workspace -> workspace.withLinkedProviderOrgName("contoso-old")));
        assertThat(codes(runs.connect(prune(simulator).build())))
                .containsExactly(ProblemCode.AIKIDO_WORKSPACE_MISMATCH);
        assertUntouched(simulator);
    }

    /** TFVC may be found by its name, when nothing else is known of it: so may a repository of another project. */
    @Test
    void leavesAloneWhatOnlyHasTheNameOfAnExcludedTfvcRepository() {
        CodeRepository namesake =
                gone(Shop.PROJECT, "$/" + Shop.PROJECT).withUrl(null).withExternalRepoId(null);
        Scenario tfvc = monitored()
                .project(Shop.PROJECT, project -> project.withTfvcEnabled(true))
                .imports(imports -> imports.withTfvc(Imports.Tfvc.NAME))
                .workspace(workspace -> workspace.withRepositories(with(workspace.repositories(), namesake)));
        Simulator simulator = simulators.start(tfvc);
        ConnectReport report =
                runs.connect(prune(simulator).excludes(List.of("$*")).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Checks.repository(report, namesake.name()).reason())
                .isEqualTo(
                        "An exclude matches it; what Aikido monitors may be another repository, so it stays monitored.");
        assertUntouched(simulator);
    }

    private void assertLeavesAlone(CodeRepository... others) {
        Simulator simulator = simulators.start(
                monitored().workspace(workspace -> workspace.withRepositories(with(workspace.repositories(), others))));
        ConnectReport report = runs.connect(prune(simulator).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertUntouched(simulator);
    }
}
