package io.github.aikidoconnect.check;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static io.github.aikidoconnect.testing.Setup.writes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.AikidoScenario.AccessTokens;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A check and a dry run judge in advance the scopes of the API client that only a write would prove. */
class ClientScopesTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(imported(Setup.shop()));

    private final Runs runs = Runs.create();

    @Test
    void nameAMissingScopeForWritingInACheckAndInADryRun() {
        Simulator simulator = simulators.start(without("repositories:write"));

        for (ConnectReport report : new ConnectReport[] {
            runs.check(request(simulator).build()), runs.plan(request(simulator).build())
        }) {
            assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AIKIDO_SCOPE_MISSING);
            assertThat(Checks.problem(report).message())
                    .isEqualTo("The API client lacks the scope repositories:write.");
            assertThat(Checks.status(report, CheckId.AIKIDO_CREDENTIALS)).isEqualTo(CheckStatus.FAILED);
        }
        assertThat(writes(simulator)).isEmpty();
    }

    @Test
    void letADryRunPassThatPlansNoWrite() {
        Simulator simulator =
                simulators.start(Setup.large(3, true).client(client -> client.without("repositories:write")));

        assertThat(runs.plan(request(simulator).build()).isSuccess()).isTrue();
    }

    @Test
    void nameTheScopeForTokensWhereOneWouldBeHandedOver() {
        Scenario lacking = without("access_tokens:write");
        Simulator broken = simulators.start(Setup.broken(lacking));
        Simulator whole = simulators.start(lacking);

        assertThat(codes(runs.check(request(broken).build()))).containsExactly(ProblemCode.AIKIDO_SCOPE_MISSING);
        assertThat(codes(runs.plan(request(broken).build()))).containsExactly(ProblemCode.AIKIDO_SCOPE_MISSING);
        assertThat(codes(runs.check(request(whole).handover(Handover.ALWAYS).build())))
                .containsExactly(ProblemCode.AIKIDO_SCOPE_MISSING);
        assertThat(codes(runs.check(request(broken).handover(Handover.NEVER).build())))
                .isEmpty();
        assertThat(codes(runs.plan(request(whole).build()))).isEmpty();
    }

    @Test
    void warnOfTheScopeForTokensWhereOneMayBeHandedOverLater() {
        Simulator simulator = simulators.start(without("access_tokens:write"));

        ConnectReport report = runs.check(request(simulator).build());

        assertThat(report.isSuccess()).isTrue();
        assertThat(Checks.status(report, CheckId.AIKIDO_CREDENTIALS)).isEqualTo(CheckStatus.WARNING);
        assertThat(Checks.text(report, CheckId.AIKIDO_CREDENTIALS)).contains("access_tokens:write");
        assertThat(Checks.status(
                        runs.check(request(simulator).handover(Handover.NEVER).build()), CheckId.AIKIDO_CREDENTIALS))
                .isEqualTo(CheckStatus.PASSED);
    }

    @Test
    void areUnknownWhereTheAccessTokenIsNotReadable() {
        Simulator simulator = simulators.start(
                without("repositories:write").aikido(aikido -> aikido.withAccessTokens(AccessTokens.OPAQUE)));

        ConnectReport report = runs.check(request(simulator).build());

        assertThat(report.isSuccess()).isTrue();
        assertThat(Checks.status(report, CheckId.AIKIDO_CREDENTIALS)).isEqualTo(CheckStatus.UNKNOWN);
        assertThat(Checks.text(report, CheckId.AIKIDO_CREDENTIALS))
                .contains("It is not known whether it has", "repositories:write");
        assertThat(Checks.status(runs.connect(request(simulator).build()), CheckId.AIKIDO_CREDENTIALS))
                .isEqualTo(CheckStatus.PASSED);
    }

    @Test
    void letARealRunLearnThemFromAikidosAnswers() {
        Simulator simulator = simulators.start(without("repositories:write"));

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_SCOPE_MISSING);
        assertThat(writes(simulator)).isNotEmpty();
    }

    private static Scenario without(String scope) {
        return imported(Setup.shop()).client(client -> client.without(scope));
    }
}
