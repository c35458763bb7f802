package io.github.aikidoconnect.token;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Token;
import io.github.aikidoconnect.simulator.scenario.Workspace.Handover;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A new token that is good and delivered stays; where it is not, or cannot be, nothing of it is left behind. */
class TokenDeliveryTest {

    private final Runs runs = Runs.withoutPauses();

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Tokens.shop());

    @TempDir
    private Path folder;

    @Test
    void mendsABrokenConnection() {
        Simulator simulator = simulators.start(Setup.broken(Tokens.shop()));

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Checks.of(report, CheckId.AIKIDO_CONNECTION))
                .isEqualTo(Check.of(
                        CheckId.AIKIDO_CONNECTION,
                        CheckStatus.PASSED,
                        "The connection was broken. Aikido received the new token."));
    }

    @ParameterizedTest
    @CsvSource({"true, 200, AIKIDO_HANDOVER_UNAVAILABLE", "false, 403, AIKIDO_UNAVAILABLE", "false, 500, PARTIAL"})
    void revokesItAgainWhereAikidoDoesNotTakeIt(boolean unavailable, int status, ProblemCode code) {
        Simulator simulator = simulators.start(
                unavailable
                        ? Tokens.shop().workspace(workspace -> workspace.withHandover(Handover.UNAVAILABLE))
                        : Tokens.shop());
        if (!unavailable && status != 500) {
            simulator.faults().always(Match.path("**/code-scanning"), Fault.answer(status));
        } else if (!unavailable) {
            simulator
                    .faults()
                    .always(
                            Match.path("**/code-scanning"),
                            Fault.answer(400, "application/json", "{\"error\":\"no\"}"));
        }

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(report)).containsExactly(code);
        if (status != 403) {
            assertThat(problem(report).fix()).contains("Any previous token is still valid", "TokenRequest.file");
        }
        assertThat(Tokens.names(simulator)).containsExactly("Made by hand");
        assertThat(report.tokens()).extracting(TokenReport::change).containsExactly(TokenReport.Change.REVOKED);
    }

    @Test
    void namesTheIdOfATokenThatCouldNeitherBeUsedNorRevoked() {
        Simulator simulator =
                simulators.start(Tokens.shop().workspace(workspace -> workspace.withHandover(Handover.UNAVAILABLE)));
        simulator.faults().always(Match.of("DELETE", Tokens.PATS), Fault.answer(503));

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        Token left = simulator.tokens().active().get(1);
        assertThat(report.problems().get(1).toString())
                .contains(left.id(), "could not be revoked", "TokenRequest.action set to revoke", "TokenRequest.id");
        assertThat(report.tokens().get(0).change()).isEqualTo(TokenReport.Change.LEFT);
        assertThat(report.toJson()).doesNotContain(left.value());
    }

    @Test
    void keepsATokenThatAikidoMayHaveAndSaysSo(Simulator simulator) {
        simulator.faults().always(Match.path("**/code-scanning"), Fault.lostAnswer());

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(problem(report).message()).startsWith("It is not known whether Aikido accepted the new token (");
        assertThat(simulator.tokens().active())
                .extracting(Token::value)
                .contains(simulator.workspace().tokensHandedOver().get(0));
    }

    @Test
    void sendsItOnceMoreWhereTheFirstAnswerWasLost(Simulator simulator) {
        simulator.faults().once(Match.path("**/code-scanning"), Fault.lostAnswer());

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().tokensHandedOver()).hasSize(2).containsOnly(Tokens.inUse(simulator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost", "cut", "500", "html", "empty"})
    void revokesATokenWhoseValueWasLostOnItsWay(String how, Simulator simulator) {
        Fault fault = switch (how) {
            case "lost" -> Fault.lostAnswer();
            case "cut" -> Fault.truncate();
            case "500" -> Fault.answer(500).withEffect(true);
            case "html" -> Fault.answer(200, "text/html", "<html>hello</html>").withEffect(true);
            default -> Fault.answer(200).withEffect(true);
        };
        simulator.faults().once(Match.of("POST", Tokens.PATS), fault);

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Tokens.calls(simulator, "POST")).as("never made twice").hasSize(1);
        assertThat(Tokens.names(simulator)).containsExactly("Made by hand");
        assertThat(report.tokens().get(0).reason())
                .isEqualTo("This run created it and lost the answer with its value, so it revoked it.");
    }

    @Test
    void saysWhatToLookForWhereItCannotBeKnownWhetherATokenWasMade(Simulator simulator) {
        simulator.faults().once(Match.of("POST", Tokens.PATS), Fault.lostAnswer());
        simulator.faults().add(new FaultRule(Match.of("GET", Tokens.PATS), Fault.answer(503), 1, 0));

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        String name = simulator.tokens().active().get(1).name();
        assertThat(name).matches("Aikido Security Access Token \\(Shop 4711\\) \\(new [0-9a-f]{16}\\)");
        assertThat(report.problems().get(1).message()).contains("\"" + name + "\"");
    }

    @Test
    void leavesNothingBehindWhereTheTokenIsNotGood(Simulator simulator) {
        simulator.faults().always(Match.path("**/userentitlementsummary"), Fault.answer(401));

        ConnectReport report = runs.token(Tokens.request(simulator, TokenAction.CREATE)
                .file(folder.resolve("token"))
                .build());

        assertThat(codes(report)).containsExactly(ProblemCode.AZURE_SCOPE_MISSING);
        assertThat(Tokens.names(simulator)).containsExactly("Made by hand");
        assertThat(simulator.workspace().tokensHandedOver()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givesANewTokenAMomentToBeKnown(Simulator simulator) {
        for (String call : List.of("connectionData", "teams", "userentitlementsummary", "profiles/me", "projects")) {
            simulator.faults().once(Match.path("**/" + call), Fault.answer(401));
        }

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(runs.progress)
                .extracting(Progress::message)
                .contains("Azure DevOps does not accept the new token yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope", "organizations", "life", "minute", "over", "future"})
    void revokesATokenThatIsNotWhatWasAskedFor(String what, Simulator simulator) {
        String scopes = what.equals("scope") ? "app_token" : String.join(" ", Shop.TOKEN_SCOPES);
        String accounts = what.equals("organizations") ? "null" : "[\"3f7f1b0c-43a5-4f0e-8d0f-5c1f8a9d2e10\"]";
        Instant now = Instant.now();
        Instant end = switch (what) {
            case "life" -> now.plus(Duration.ofDays(400));
            case "minute" -> now.plus(Duration.ofMinutes(1));
            case "over" -> now.minus(Duration.ofMinutes(1));
            default -> now.plus(Duration.ofDays(90));
        };
        Instant start = what.equals("future") ? now.plus(Duration.ofDays(80)) : now;
        String id = simulator.tokens().active().get(0).id();

        assertRevoked(
                simulator,
                "{\"patToken\":{\"displayName\":\"x\",\"validFrom\":\"" + start + "\",\"validTo\":\"" + end
                        + "\",\"scope\":\"" + scopes + "\",\"targetAccounts\":" + accounts
                        + ",\"authorizationId\":\"" + id
                        + "\",\"token\":\"fakeTokenNotASecretAtAll\"},\"patTokenError\":\"none\"}",
                "Azure DevOps created a token with other scopes, another validity or other"
                        + " organizations than requested.");
    }

    /** The answer to the creation names the person's own token, so that none is left when it is revoked. */
    private void assertRevoked(Simulator simulator, String answer, String message) {
        simulator.faults().once(Match.of("POST", Tokens.PATS), Setup.json(answer));

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(problem(report).message()).isEqualTo(message);
        assertThat(simulator.tokens().active()).isEmpty();
        assertThat(simulator.workspace().tokensHandedOver()).isEmpty();
    }

    @Test
    void handsOverNoNewTokenThatDoesNotHaveTheShapeOfAPersonalAccessToken(Simulator simulator) {
        String id = simulator.tokens().active().get(0).id();
        String end = Instant.now()
                .plus(Duration.ofDays(90))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();

        assertRevoked(
                simulator,
                "{\"patToken\":{\"displayName\":\"x\",\"validTo\":\"" + end + "\",\"scope\":\""
                        + String.join(" ", Shop.TOKEN_SCOPES)
                        + "\",\"targetAccounts\":[\"3f7f1b0c-43a5-4f0e-8d0f-5c1f8a9d2e10\"],\"authorizationId\":\"" + id
                        + "\",\"token\":\"" + Shop.ENTRA_TOKEN + "\"},\"patTokenError\":\"none\"}",
                "The new token does not have the shape of a personal access token, so it was not handed over"
                        + " to Aikido.");
    }

    @Test
    void takesAwayWhatARunLeftThatDiedBeforeItDelivered(Simulator simulator) {
        simulator.faults().always(Match.of("DELETE", Tokens.PATS), Fault.answer(503));
        simulator.faults().always(Match.path("**/userentitlementsummary"), Fault.answer(401));
        runs.token(Tokens.request(simulator, TokenAction.CREATE).build());
        assertThat(Tokens.names(simulator)).hasSize(2);
        simulator.faults().clear();

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Tokens.names(simulator)).containsExactly("Made by hand", Tokens.NAME);
    }
}
