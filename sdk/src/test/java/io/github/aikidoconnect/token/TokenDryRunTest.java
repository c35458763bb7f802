package io.github.aikidoconnect.token;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.TokenReport.Change;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Token;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A dry run says what would become of which token, and changes nothing. */
class TokenDryRunTest {

    /** The shop's own token has the name that is rotated. */
    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    @TempDir
    private Path folder;

    private final Runs runs = Runs.withoutPauses();

    private static void changesNothing(ConnectReport report, Simulator simulator) {
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.dryRun()).isTrue();
        assertThat(report.tokens()).extracting(TokenReport::change).containsOnly(Change.NONE);
        assertThat(simulator.exchanges())
                .filteredOn(exchange -> !exchange.path().endsWith("/oauth/token"))
                .extracting(Exchange::method)
                .containsOnly("GET");
    }

    @Test
    void ofARotationNamesTheTokenThatWouldBeReplaced(Simulator simulator) {
        ConnectReport report = runs.token(rotation(simulator).build());

        changesNothing(report, simulator);
        assertThat(report.tokens()).hasSize(1);
        assertThat(Tokens.row(report, Tokens.NAME).reason())
                .isEqualTo("It would be revoked after Aikido accepted a new token.");
        assertThat(report.projects().get(0).workspace()).isNotNull();
    }

    @Test
    void ofARotationIntoAFileLeavesNoFileAndNamesWhatWouldStay(Simulator simulator) {
        ConnectRequest where =
                Tokens.where(simulator).aikidoClient(null, null).dryRun(true).build();

        ConnectReport report = runs.token(TokenRequest.builder(where)
                .action(TokenAction.ROTATE)
                .name(Tokens.NAME)
                .file(folder.resolve("token"))
                .build());

        changesNothing(report, simulator);
        assertThat(folder).isEmptyDirectory();
        assertThat(Tokens.row(report, Tokens.NAME).reason()).contains("would stay valid until the next rotation");
    }

    @Test
    void findsWhatWouldKeepItFromBeingDone(Simulator simulator) {
        ConnectReport exists =
                runs.token(rotation(simulator).action(TokenAction.CREATE).build());
        ConnectReport folderMissing = runs.token(
                rotation(simulator).file(folder.resolve("missing/token")).build());

        assertThat(codes(exists)).containsExactly(ProblemCode.CONFIGURATION);
        assertThat(problem(exists).message()).contains("already");
        assertThat(codes(folderMissing)).containsExactly(ProblemCode.CONFIGURATION);
        assertThat(problem(folderMissing).message()).contains("the folder does not exist");
    }

    @Test
    void ofARevocationNamesTheToken(Simulator simulator) {
        Token token = Tokens.named(simulator, Tokens.NAME);

        ConnectReport report = runs.token(
                rotation(simulator).action(TokenAction.REVOKE).id(token.id()).build());

        changesNothing(report, simulator);
        assertThat(Tokens.row(report, Tokens.NAME).reason()).isEqualTo("It would be revoked.");
    }

    private static TokenRequest.Builder rotation(Simulator simulator) {
        return TokenRequest.builder(Tokens.where(simulator).dryRun(true).build())
                .action(TokenAction.ROTATE);
    }
}
