package io.github.aikidoconnect.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.PullRequestChecks;
import io.github.aikidoconnect.PullRequestChecks.Scan;
import io.github.aikidoconnect.PullRequestChecks.Severity;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Workspace;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The workspace's default for pull requests is set before anything is activated. */
class PullRequestChecksTest {

    private static final String CHECKS = "/checks/default";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.imported(Setup.shop(), "shop-web"));

    private final Runs runs = Runs.withoutPauses();

    private static ConnectRequest request(Simulator simulator) {
        return request(simulator, new PullRequestChecks(Severity.CRITICAL, Set.of(Scan.SECRETS)));
    }

    private static ConnectRequest request(Simulator simulator, PullRequestChecks checks) {
        return Setup.request(simulator)
                .afterConnecting(after -> after.withPullRequestChecks(checks))
                .build();
    }

    private static Check workspace(ConnectReport report) {
        return report.checks().stream()
                .filter(check -> check.id() == CheckId.AIKIDO_WORKSPACE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isSavedOnceAndBeforeTheActivations(Simulator simulator) {
        ConnectReport first = runs.connect(request(simulator));
        ConnectReport second = runs.connect(request(simulator));

        assertThat(first.isSuccess()).as(first.toText()).isTrue();
        List<String> writes = Setup.writes(simulator);
        assertThat(writes.get(0)).contains(CHECKS);
        assertThat(writes.stream().filter(call -> call.contains(CHECKS))).hasSize(1);
        assertThat(saved(simulator, "minimum_severity")).isEqualTo("critical");
        assertThat(saved(simulator, "fail_on_secrets_scan")).isEqualTo("true");
        assertThat(saved(simulator, "fail_on_sast_scan")).isEqualTo("false");
        assertThat(saved(simulator, "enable_code_quality_scan")).isEqualTo("false");
        assertThat(saved(simulator, "post_inline_comments_min_severity")).isEqualTo("none");
        assertThat(workspace(first).message()).contains("Aikido's default for pull requests was set");
        assertThat(workspace(second).message()).doesNotContain("pull requests");
    }

    private static String saved(Simulator simulator, String key) {
        JsonNode saved = simulator.workspace().settings().pullRequestDefault();
        return saved == null ? "" : saved.path(key).asText();
    }

    @Test
    void keepsWhatIsNotNamed(Simulator simulator) {
        runs.connect(request(simulator));

        ConnectReport report = runs.connect(request(simulator, new PullRequestChecks(Severity.LOW, null)));

        assertThat(saved(simulator, "minimum_severity")).isEqualTo("low");
        assertThat(saved(simulator, "fail_on_secrets_scan")).isEqualTo("true");
        assertThat(workspace(report).message()).contains("minimumSeverity from critical to low.");
    }

    @Test
    void isOnlyComparedInADryRunAndAStatus(Simulator simulator) {
        ConnectReport plan = runs.plan(request(simulator));
        ConnectReport status =
                runs.status(request(simulator).toBuilder().failOnDrift(true).build());

        assertThat(workspace(plan).message()).contains("would be set");
        assertThat(workspace(status).status()).isEqualTo(CheckStatus.WARNING);
        assertThat(status.problems())
                .extracting(Problem::message)
                .contains(
                        "Aikido's default for pull requests differs from the requested one: minimumSeverity from none to"
                                + " critical, failOn dependency from none to false, failOn sast from none to false, failOn iac from"
                                + " none to false, failOn secrets from none to true, failOn malware from none to false.");
        assertThat(Setup.writes(simulator)).isEmpty();
    }

    @Test
    void isAWarningWhereTheAccountDoesNotIncludeIt() {
        Simulator simulator = simulators.start(Setup.imported(Setup.shop())
                .workspace(workspace -> workspace.withSettings(Workspace.Settings.NO_PULL_REQUEST_CHECKS)));

        ConnectReport report = runs.connect(request(simulator));

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(workspace(report).status()).isEqualTo(CheckStatus.WARNING);
        assertThat(workspace(report).message()).contains("HTTP 400: Checks of pull requests need a paying account");
        assertThat(simulator.workspace().monitored()).hasSize(4);
    }

    @Test
    void isComparedAgainWhereTheAnswerIsLost(Simulator simulator) {
        simulator.faults().once(Match.of("POST", "**" + CHECKS), Fault.lostAnswer());

        ConnectReport report = runs.connect(request(simulator));

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Setup.calls(simulator, "POST", CHECKS)).hasSize(1);
        assertThat(saved(simulator, "minimum_severity")).isEqualTo("critical");
    }

    @Test
    void isSavedAgainWhereTheCallHadNoEffect(Simulator simulator) {
        simulator.faults().once(Match.of("POST", "**" + CHECKS), Fault.reset());

        assertThat(runs.connect(request(simulator)).isSuccess()).isTrue();
        assertThat(saved(simulator, "minimum_severity")).isEqualTo("critical");
    }
}
