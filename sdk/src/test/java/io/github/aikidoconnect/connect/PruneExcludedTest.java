package io.github.aikidoconnect.connect;

import static io.github.aikidoconnect.testing.Pruning.assertUntouched;
import static io.github.aikidoconnect.testing.Pruning.monitored;
import static io.github.aikidoconnect.testing.Pruning.prune;
import static io.github.aikidoconnect.testing.Pruning.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which entries an exclude deactivates, and which may stand for another repository. */
class PruneExcludedTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(monitored());

    private final Runs runs = Runs.create();

    @Test
    void switchesAnExcludedRepositoryOffInEveryEntry() {
        Simulator simulator = simulators.start(monitored()
                .workspace(workspace -> workspace.withRepositories(with(
                        workspace.repositories(),
                        workspace.repositories().get(0).withBranch("develop"),
                        workspace.repositories().get(0).withBranch("release")))));
        ConnectReport report =
                runs.connect(prune(simulator).excludes(List.of("shop-web")).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().monitored()).doesNotContain("shop-web").hasSize(3);
        ConnectReport second =
                runs.connect(prune(simulator).excludes(List.of("shop-web")).build());
        assertThat(second.summary().deactivated()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "organization", "no id", "no address"})
    void leavesAnExcludedRepositoryThatMayBeAnother(String what) {
        Simulator simulator = simulators.start(monitored()
                .workspace(workspace -> workspace.withRepositories(workspace.repositories().stream()
                        .map(entry -> entry.name().equals("shop-web") ? other(entry, what) : entry)
                        .toList())));
        ConnectReport report =
                runs.connect(prune(simulator).excludes(List.of("shop-web")).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Checks.repository(report, "shop-web").action()).isEqualTo(Action.SKIP);
        assertUntouched(simulator);
    }

    private static CodeRepository other(CodeRepository entry, String what) {
        return switch (what) {
            case "host" -> entry.withUrl("https://tfs.contoso.example/contoso/Shop%20Front/_git/shop-web");
            case "organization" -> entry.withUrl("https://dev.azure.com/fabrikam/Shop%20Front/_git/shop-web");
            case "no id" -> entry.withExternalRepoId(null);
            default -> entry.withUrl(null);
        };
    }

    @Test
    void switchesAnExcludedRepositoryOffThatIsKnownUnderTheProjectsOldName() {
        Simulator simulator = simulators.start(monitored()
                .workspace(workspace -> workspace.withRepositories(workspace.repositories().stream()
                        .map(entry -> entry.withUrl(String.valueOf(entry.url()).replace("Shop%20Front", "Old%20Name")))
                        .toList())));
        ConnectReport report =
                runs.connect(prune(simulator).excludes(List.of("shop-web")).build());
        assertThat(report.summary().deactivated()).as(report.toText()).isEqualTo(1);
    }
}
