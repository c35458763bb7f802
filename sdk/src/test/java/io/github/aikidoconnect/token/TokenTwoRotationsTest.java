package io.github.aikidoconnect.token;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Token;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second rotation runs from its beginning to its end while the first is at one of its steps. */
class TokenTwoRotationsTest {

    private final Runs runs = Runs.withoutPauses();

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Creating", "Testing", "Handing", "Replacing"})
    void leaveAikidoATokenThatIsValid(String step, Simulator simulator) {
        TokenRequest request = Tokens.request(simulator, TokenAction.ROTATE).build();

        Reports reports = rotateInside(step, request);

        assertThat(simulator.tokens().active())
                .as("the token that Aikido was given last")
                .extracting(Token::value)
                .contains(Tokens.inUse(simulator));
        assertThat(reports.inner().isSuccess()).as(reports.inner().toText()).isTrue();
        assertThat(codes(reports.outer())).containsExactly(ProblemCode.PARTIAL);
        assertThat(problem(reports.outer()).message())
                .startsWith("Another run has finished a rotation in the meantime");
        assertThat(Tokens.named(simulator, Tokens.NAME)).isNotNull();

        ConnectReport next = Runs.twoHoursLater().token(request);
        assertThat(next.isSuccess()).as(next.toText()).isTrue();
        assertThat(simulator.tokens().active()).extracting(Token::value).containsExactly(Tokens.inUse(simulator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Creating", "Testing", "Replacing"})
    void leaveATokenInTheFileThatIsValid(String step, Simulator simulator) throws Exception {
        Path file = folder.resolve("token");
        TokenRequest request = Tokens.alone(simulator, TokenAction.ROTATE)
                .name(Tokens.NAME)
                .file(file)
                .build();

        rotateInside(step, request);

        assertThat(simulator.tokens().active()).extracting(Token::value).contains(Files.readString(file));
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    private record Reports(ConnectReport outer, ConnectReport inner) {}

    private Reports rotateInside(String step, TokenRequest request) {
        List<ConnectReport> inner = new ArrayList<>();
        try (AikidoConnect outer = AikidoConnect.builder()
                .progress(event -> {
                    if (event.message().startsWith(step) && inner.isEmpty()) {
                        inner.add(runs.token(request));
                    }
                })
                .build()) {
            ConnectReport report = outer.token(request);
            assertThat(inner).as("the second rotation").hasSize(1);
            return new Reports(report, inner.get(0));
        }
    }
}
