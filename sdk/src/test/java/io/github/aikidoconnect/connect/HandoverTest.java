package io.github.aikidoconnect.connect;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Setup.broken;
import static io.github.aikidoconnect.testing.Setup.calls;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Workspace;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

public class HandoverTest {

    private static final String HANDOVER = "/access-tokens/code-scanning";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(imported(Setup.shop()));

    private final Runs runs = Runs.create();

    @Test
    void mendsABrokenConnectionAndImportsAfterIt() {
        Simulator simulator = simulators.start(broken(Setup.shop()));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().tokensHandedOver()).containsExactly(Shop.TOKEN);
        assertThat(simulator.workspace().configurationErrors()).isEmpty();
        assertThat(simulator.workspace().monitored()).hasSize(4);
        assertThat(runs.progress)
                .extracting(Progress::message)
                .contains("Handing the personal access token over to Aikido");

        runs.connect(request(simulator).build());
        assertThat(simulator.workspace().tokensHandedOver())
                .as("once is enough")
                .hasSize(1);
    }

    @Test
    void reportsAWorkspaceThatTakesNoTokenByApiAndDoesTheRest() {
        Simulator simulator = simulators.start(broken(imported(Setup.shop()))
                .workspace(workspace -> workspace.withHandover(Workspace.Handover.UNAVAILABLE)));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_HANDOVER_UNAVAILABLE);
        assertThat(report.problems().get(0).message())
                .isEqualTo("Aikido does not accept a personal access token through its API for this workspace"
                        + " (HTTP 400: This operation is not available for your workspace).");
        assertThat(report.problems().get(0).fix())
                .startsWith("Enter the token in Aikido's web page")
                .endsWith(" to never.");
        assertThat(simulator.workspace().monitored()).hasSize(4);
    }

    @Test
    void reportsAnyOtherRefusalAndDoesTheRest() {
        Simulator simulator = simulators.start(broken(imported(Setup.shop())));
        simulator
                .faults()
                .always(
                        Match.path("**" + HANDOVER),
                        Fault.answer(400, "application/json", "{\"reason_phrase\":\"The token is too short\"}"));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(codes(report)).containsExactly(ProblemCode.PARTIAL);
        assertThat(report.problems().get(0).message())
                .isEqualTo("Aikido did not accept the personal access token (HTTP 400: The token is too short).");
        assertThat(simulator.workspace().monitored()).hasSize(4);
    }

    @Test
    void saysSoWhereTheConnectionIsStillBrokenAfterTheHandover() {
        Simulator simulator = simulators.start(broken(imported(Setup.shop()))
                .workspace(workspace -> workspace.withHandover(Workspace.Handover.INEFFECTIVE)));
        ConnectReport report = Runs.withoutPauses().connect(request(simulator).build());
        Check connection = Checks.of(report, CheckId.AIKIDO_CONNECTION);
        assertThat(connection.status()).isEqualTo(CheckStatus.WARNING);
        assertThat(connection.message())
                .isEqualTo("Aikido received the personal access token and still reports its connection to Azure"
                        + " DevOps as broken.");
        assertThat(simulator.workspace().monitored()).hasSize(4);
    }

    @Test
    void reportsAHandoverThatBreaksAConnectionThatWorked() {
        Simulator simulator = simulators.start(
                imported(Setup.shop()).workspace(workspace -> workspace.withHandover(Workspace.Handover.INEFFECTIVE)));
        ConnectReport report = Runs.withoutPauses()
                .connect(request(simulator).handover(Handover.ALWAYS).build());
        assertThat(Checks.status(report, CheckId.AIKIDO_CONNECTION)).isEqualTo(CheckStatus.WARNING);
        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.PARTIAL);
        assertThat(Checks.problem(report).message()).contains("now reports its connection to Azure DevOps as broken");
    }

    @Test
    void passesNoConnectionThatCouldNotBeReadAfterTheHandover() {
        Simulator simulator = simulators.start(broken(imported(Setup.shop())));
        simulator.faults().add(new FaultRule(Match.path("**/configurationErrors"), Fault.answer(400), 1, 0));
        ConnectReport report = runs.connect(request(simulator).build());
        Check connection = Checks.of(report, CheckId.AIKIDO_CONNECTION);
        assertThat(connection.status()).isEqualTo(CheckStatus.WARNING);
        assertThat(connection.message()).contains("could not be read afterwards");
    }

    @Test
    void waitsForAikidoToTryTheToken() {
        Simulator simulator = simulators.start(broken(imported(Setup.shop())));
        simulator
                .faults()
                .add(new FaultRule(
                        Match.path("**/configurationErrors"),
                        Fault.answer(200, "application/json", "[{\"id\":1,\"kind\":\"scm_disconnected\"}]"),
                        1,
                        2));
        ConnectReport report = Runs.withoutPauses().connect(request(simulator).build());
        assertThat(Checks.status(report, CheckId.AIKIDO_CONNECTION)).isEqualTo(CheckStatus.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scm_disconnected", "scm_instance_unreachable", "self_managed_org_credentials_invalid"})
    void takesEachKindOfBrokenConnectionForOne(String kind) {
        Simulator simulator = simulators.start(imported(Setup.shop())
                .workspace(workspace -> workspace.withConfigurationErrors(
                        List.of(ConfigurationError.scmDisconnected().withKind(kind)))));
        ConnectReport report = runs.check(request(simulator).build());
        assertThat(Checks.status(report, CheckId.AIKIDO_CONNECTION)).isEqualTo(CheckStatus.WARNING);
        assertThat(Checks.text(report, CheckId.AIKIDO_CONNECTION))
                .startsWith("Aikido reports its connection to Azure DevOps as broken")
                .contains("hands the personal access token over");
    }

    @Test
    void reportsAMissingScopeAndDoesTheRest() {
        Simulator simulator = simulators.start(
                broken(imported(Setup.shop())).client(client -> client.without("access_tokens:write")));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_SCOPE_MISSING);
        assertThat(report.problems().get(0).message()).contains("access_tokens:write");
        assertThat(simulator.workspace().monitored()).hasSize(4);
    }

    @Test
    void doesNotSendTheTokenTwiceWhenTheAnswerIsLost() {
        Simulator simulator = simulators.start(broken(imported(Setup.shop())));
        simulator.faults().once(Match.path("**" + HANDOVER), Fault.lostAnswer());
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().tokensHandedOver()).hasSize(1);
        assertThat(runs.connect(request(simulator).build()).isSuccess()).isTrue();
        assertThat(simulator.workspace().tokensHandedOver()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"Aikido cannot read with it.\"}",
                "{\"status_code\":400,\"reason_phrase\":\"No\"}",
                "{}",
                "[]",
                "{\"success\":null}",
                "{\"success\":\"queued\"}",
                "[{\"error\":\"No\"}]"
            })
    void takesNoOtherAnswerForAHandover(String body) {
        Simulator simulator = simulators.start(broken(imported(Setup.shop())));
        simulator.faults().always(Match.path("**" + HANDOVER), Fault.answer(200, "application/json", body));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(report.problems()).hasSize(1);
        assertThat(Checks.status(report, CheckId.AIKIDO_CONNECTION)).isEqualTo(CheckStatus.WARNING);
        assertThat(calls(simulator, "POST", HANDOVER))
                .as("not sent blindly again")
                .hasSize(1);
        assertThat(simulator.workspace().monitored()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(
            value = Workspace.Handover.class,
            names = {"ONE", "TRUE"})
    void understandsBothFormsOfSuccess(Workspace.Handover form) {
        Simulator simulator =
                simulators.start(broken(imported(Setup.shop())).workspace(workspace -> workspace.withHandover(form)));
        assertThat(runs.connect(request(simulator).build()).isSuccess()).isTrue();
    }
}
