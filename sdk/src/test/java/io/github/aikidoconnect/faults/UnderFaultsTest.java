package io.github.aikidoconnect.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Certificate;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.SimulatorOptions;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a whole run makes of a fault that concerns only a part of it. */
class UnderFaultsTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    private final Runs runs = Runs.create();

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 501})
    void registersGitAndKeepsTfvcInViewWhenTfvcCannotBeRead(int status) {
        Simulator simulator = simulators.start(Scenario.shop());
        simulator.faults().always(Match.path("**/tfvc/items"), Fault.answer(status));

        ConnectReport report = runs.connect(Runs.shop(simulator).build());

        assertThat(simulator.workspace().monitored()).hasSize(4);
        assertThat(report.repositories()).extracting(RepositoryReport::name).contains("$/Shop Front");
        assertThat(Checks.status(report, CheckId.PROJECT)).isEqualTo(CheckStatus.WARNING);
        assertThat(Checks.text(report, CheckId.PROJECT)).contains("TFVC", "HTTP " + status);
        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void saysAfterTheHandoverThatTheConnectionWasBroken() {
        Simulator simulator = simulators.start(Scenario.shop()
                .workspace(
                        workspace -> workspace.withConfigurationErrors(List.of(ConfigurationError.scmDisconnected()))));

        ConnectReport report = runs.connect(Runs.shop(simulator).build());

        assertThat(Checks.status(report, CheckId.AIKIDO_CONNECTION)).isEqualTo(CheckStatus.PASSED);
        assertThat(Checks.text(report, CheckId.AIKIDO_CONNECTION)).contains("received the personal access token");
    }

    @Test
    void asksForTheAccessTokenAgainAfterAServersError(Simulator simulator) {
        simulator.faults().once(Match.path("**/oauth/token"), Fault.answer(502));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(report.problems()).isEmpty();
    }

    @Test
    void doesNotTryACertificateAgainThatIsNotTrusted(@TempDir Path folder) {
        Simulator simulator =
                simulators.start(new SimulatorOptions(Scenario.shop(), 0, Certificate.create(folder), null));

        runs.check(Runs.shop(simulator).build());

        assertThat(runs.progress).noneMatch(Progress.Waiting.class::isInstance);
    }

    @Test
    void tellsOnceWhyManyCallsWait(Simulator simulator) {
        simulator.faults().times(5, Match.path("/azure/contoso/**"), Fault.answer(503));

        runs.check(Runs.shop(simulator).build());

        assertThat(runs.progress).filteredOn(Progress.Waiting.class::isInstance).hasSizeBetween(1, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://kim:hunter2secret@dev.azure.com/contoso/Shop", "kim:hunter2secret@host/x"})
    void neverShowsThePasswordOfAUrlThatIsGivenForAProject(String given) {
        Simulator simulator = simulators.simulator();

        ConnectReport report = runs.connect(Runs.shop(simulator).project(given).build());

        assertThat(report.problems()).extracting(Problem::code).containsExactly(ProblemCode.CONFIGURATION);
        assertThat(report.toJson() + report.toText()).doesNotContain("hunter2secret");
    }

    @Test
    void takesNoMoreThanTwentyCallsForAFirstConnect() {
        Simulator simulator = simulators.start(
                Scenario.shop().imports(imports -> imports.withBatchSize(2).withIntervalMillis(1500)));

        ConnectReport report = runs.connect(Runs.shop(simulator).build());

        assertThat(report.summary().activated()).isEqualTo(4);
        assertThat(report.calls().aikido()).isLessThanOrEqualTo(20);
    }

    @Test
    void namesOneProblemForAListThatAnExpiredTokenCannotRead() {
        Simulator simulator = simulators.start(Scenario.shop().token(token -> token.withExpired(true)));

        ConnectReport report = runs.list(Runs.shop(simulator).project(null).build());

        assertThat(report.problems()).extracting(Problem::code).containsExactly(ProblemCode.AZURE_TOKEN_EXPIRED);
    }
}
