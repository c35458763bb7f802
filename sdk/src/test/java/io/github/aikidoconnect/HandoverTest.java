package io.github.aikidoconnect;

import static io.github.aikidoconnect.Checks.codes;
import static io.github.aikidoconnect.Setup.calls;
import static io.github.aikidoconnect.Setup.imported;
import static io.github.aikidoconnect.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverTest {

    private static final String HANDOVER = "/access-tokens/code-scanning";
    private static final String JSON_WEB_TOKEN = "eyJhbGciOiJub25lIn0.eyJmYWtlIjoidG9rZW4ifQ.bm90LWEtc2VjcmV0";

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

    @Test
    void neverGivesAJobsOwnTokenAwayByItselfAndSaysWhy() {
        Simulator simulator =
                simulators.start(broken(imported(Setup.shop())).token(token -> token.withValue(JSON_WEB_TOKEN)));
        ConnectReport report = runs.connect(
                request(simulator).azureToken(Secret.of(JSON_WEB_TOKEN)).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(calls(simulator, "POST", HANDOVER)).isEmpty();
        Check connection = Checks.of(report, CheckId.AIKIDO_CONNECTION);
        assertThat(connection.status()).isEqualTo(CheckStatus.WARNING);
        assertThat(connection.fix()).contains("ends with the job or soon after, so it is not handed over");
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

    @Test
    void reportsARefusalAndDoesTheRest() {
        Simulator simulator = simulators.start(broken(imported(Setup.shop()))
                .workspace(workspace -> workspace.withHandover(Workspace.Handover.UNAVAILABLE)));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(codes(report)).containsExactly(ProblemCode.PARTIAL);
        assertThat(report.problems().get(0).message())
                .isEqualTo("Aikido did not take the personal access token"
                        + " (HTTP 400: This operation is not available for your workspace).");
        assertThat(simulator.workspace().monitored()).hasSize(4);
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

    static Scenario broken(Scenario scenario) {
        return scenario.workspace(
                workspace -> workspace.withConfigurationErrors(List.of(ConfigurationError.scmDisconnected())));
    }
}
