package io.github.aikidoconnect.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets as environment variables hold them: not set, empty, or pasted in with something too much. */
class GivenSecretsTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    private final Runs runs = Runs.withoutPauses();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n"})
    void thatAreNotThereAreProblemsOfTheReport(String variable, Simulator simulator) {
        ConnectReport report = runs.connect(Setup.request(simulator)
                .azureToken(Secret.of(variable))
                .aikidoClient(Secret.of(variable), Secret.of(variable))
                .entraAccess(EntraAccess.of(Secret.of(variable)))
                .pipelineToken(Secret.of(variable))
                .build());

        assertThat(report.problems())
                .extracting(Problem::code, Problem::fix)
                .containsExactly(
                        tuple(ProblemCode.CONFIGURATION, "Set ConnectRequest.azureToken."),
                        tuple(ProblemCode.CONFIGURATION, "Set ConnectRequest.aikidoClient."));
        assertThat(simulator.exchanges()).isEmpty();
    }

    @Test
    void whenNullAreNotGiven(Simulator simulator) {
        ConnectReport report = runs.check(Setup.request(simulator)
                .azureToken(null)
                .aikidoClient(null, null)
                .build());

        assertThat(Checks.codes(report)).containsExactly(ProblemCode.CONFIGURATION);
        assertThat(simulator.exchanges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"eyJhbGci.first\nsecond.third", "one\ttwo", "one\u2028two", "one two", "\u00fcber", "one\u0000"})
    void thatNoHeaderTakesAreConfigurationProblemsWithoutTheValue(String token, Simulator simulator) {
        for (ConnectRequest request : List.of(
                Setup.request(simulator).azureToken(Secret.of(token)).build(),
                Setup.request(simulator)
                        .entraAccess(EntraAccess.of(Secret.of(token)))
                        .build())) {
            ConnectReport report = runs.connect(request);

            Problem problem = Checks.problem(report);
            assertThat(problem.code()).isEqualTo(ProblemCode.CONFIGURATION);
            assertThat(problem.message())
                    .endsWith("that an HTTP header cannot contain, such as a line break or a tab.");
            assertThat(problem.fix())
                    .matches("Copy it again, as one line, into ConnectRequest\\.(azureToken|entraAccess)\\.");
            assertThat(report.toJson() + report.toText()).doesNotContain(token, "eyJhbGci", "second");
        }
        assertThat(simulator.exchanges()).isEmpty();
    }
}
