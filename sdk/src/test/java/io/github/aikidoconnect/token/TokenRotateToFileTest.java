package io.github.aikidoconnect.token;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Token;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A rotation that writes the new token to a file. */
class TokenRotateToFileTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    @TempDir
    private Path folder;

    private final Runs runs = Runs.withoutPauses();

    private static void occupy(Path file) {
        try {
            Files.createDirectories(file.resolve("inside"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void leavesTheFormerOneUntilTheNextTimeWhereOnlyAFileHasTheNewOne(Simulator simulator) throws Exception {
        Path file = folder.resolve("token");
        TokenRequest request = Tokens.alone(simulator, TokenAction.ROTATE)
                .name(Tokens.NAME)
                .file(file)
                .build();

        ConnectReport first = runs.token(request);

        assertThat(first.isSuccess()).as(first.toText()).isTrue();
        assertThat(Files.readString(file))
                .isEqualTo(Tokens.named(simulator, Tokens.NAME).value());
        Token former = replaced(simulator);
        assertThat(former.value()).isEqualTo(Shop.TOKEN);
        assertThat(Tokens.row(first, former.name()).change()).isEqualTo(TokenReport.Change.LEFT);

        String second = Files.readString(file);
        assertThat(runs.token(request).isSuccess()).isTrue();
        assertThat(replaced(simulator).value()).isEqualTo(second);
        assertThat(simulator.tokens().revoked()).extracting(Token::value).containsExactly(Shop.TOKEN);
        assertThat(simulator.tokens().active()).hasSize(2);
    }

    @Test
    void keepsTheFormerOneWhereTheFileCouldNotBeFinished(Simulator simulator) throws Exception {
        Path file = folder.resolve("token");
        // Another program creates a folder of that name while the token is requested.
        TokenRequest request =
                Tokens.request(simulator, TokenAction.ROTATE).file(file).build();
        try (AikidoConnect aikido = AikidoConnect.builder()
                .progress(event -> {
                    if (event.message().startsWith("Handing the new token")) {
                        occupy(file);
                    }
                })
                .build()) {
            ConnectReport report = aikido.token(request);

            assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(codes(report)).containsExactly(ProblemCode.CONFIGURATION);
            assertThat(problem(report).message())
                    .as("what the system says, and no class")
                    .contains(file + ": ")
                    .doesNotContain("Exception", ".unfinished");
        }
        assertThat(simulator.tokens().revoked()).isEmpty();
        assertThat(simulator.tokens().active()).extracting(Token::value).contains(Tokens.inUse(simulator));
        assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
    }

    private static Token replaced(Simulator simulator) {
        return simulator.tokens().active().stream()
                .filter(token -> token.name().startsWith(Tokens.NAME + " (replaced "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(Tokens.names(simulator)));
    }
}
