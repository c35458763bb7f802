package io.github.aikidoconnect.faults;

import static io.github.aikidoconnect.testing.Checks.assertOfTheTokenSkipped;
import static io.github.aikidoconnect.testing.Checks.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way in which Azure DevOps says that a token is not valid, and what is not one. */
class RejectedTokensTest {

    private static final Match EVERY_CALL = Match.path("/azure/**");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    private final Runs runs = Runs.create();

    @ParameterizedTest
    @EnumSource
    void tellsARejectedTokenHoweverItIsAnswered(AzureScenario.Rejection rejection) {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withRejection(rejection)));

        assertRejected(runs.check(withUnknownToken(simulator).build()));
    }

    @Test
    void tellsARejectedTokenByTheAnonymousUser() {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withAnonymousConnectionData(true)));

        assertRejected(runs.check(withUnknownToken(simulator).build()));
    }

    @Test
    void tellsATokenThatConditionalAccessKeepsOut() {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withConditionalAccess(true)));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_TOKEN_REJECTED);
        assertThat(problem.message()).contains("VS403463").doesNotContain("..");
        assertThat(problem.fix()).contains("conditional access policy");
    }

    private static ConnectRequest.Builder withUnknownToken(Simulator simulator) {
        return Runs.shop(simulator).azureToken(Secret.of(Shop.UNKNOWN_TOKEN));
    }

    private static void assertRejected(ConnectReport report) {
        assertThat(status(report, CheckId.ORGANIZATION)).isEqualTo(CheckStatus.PASSED);
        assertThat(status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.FAILED);
        assertOfTheTokenSkipped(report);
        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_TOKEN_REJECTED);
        assertThat(problem.message()).contains("\"contoso\"");
        assertThat(problem.fix()).contains("ConnectRequest.azureToken");
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void tellsAnExpiredTokenFromAMissingScope(AzureScenario.Expiry expiry) {
        Simulator simulator = simulators.start(
                Scenario.shop().azure(a -> a.withExpiry(expiry)).token(t -> t.withExpired(true)));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.FAILED);
        assertOfTheTokenSkipped(report);
        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_TOKEN_EXPIRED);
        assertThat(problem.fix())
                .contains("Regenerate it at " + simulator.azureUrl() + "/contoso/_usersSettings/tokens")
                .contains("ConnectRequest.azureToken");
    }

    @Test
    void believesATokenThatWorksRatherThanAnAnonymousAnswer(Simulator simulator) {
        simulator.faults().always(Match.path("**/resourceAreas/*"), Fault.answer(404));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.ORGANIZATION)).isEqualTo(CheckStatus.PASSED);
        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void neverShowsTheTokenThatAServiceRepeats(Simulator simulator) {
        simulator
                .faults()
                .always(
                        EVERY_CALL,
                        Fault.answer(
                                401,
                                "application/json",
                                "{\"message\":\"The token " + Shop.TOKEN + " is\\u001b[31m not good.\"}"));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(report.toJson() + report.toText() + runs.progress)
                .doesNotContain(Shop.TOKEN)
                .doesNotContain("\u001b");
        assertThat(Checks.problem(report).message()).contains("The token ****** is");
    }
}
