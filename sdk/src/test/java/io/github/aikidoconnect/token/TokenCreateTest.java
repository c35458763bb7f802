package io.github.aikidoconnect.token;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Token;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is made as Aikido wants it, or not at all, and never shown. What goes wrong after that is TokenDeliveryTest's. */
class TokenCreateTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Tokens.shop());

    @TempDir
    private Path folder;

    private final Runs runs = Runs.withoutPauses();

    @Test
    void makesATokenWithTheFourScopesForThisOrganizationAndHandsItOver(Simulator simulator) {
        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        Token token = Tokens.named(simulator, Tokens.NAME);
        assertThat(token.scopes()).containsExactlyInAnyOrderElementsOf(Shop.TOKEN_SCOPES);
        assertThat(token.organizations()).containsExactly(Shop.ORGANIZATION);
        assertThat(Duration.between(Instant.now(), Instant.parse(token.validTo())))
                .isBetween(Duration.ofDays(89), Duration.ofDays(90));
        assertThat(simulator.workspace().tokensHandedOver()).containsExactly(token.value());
        TokenReport row = Tokens.row(report, Tokens.NAME);
        assertThat(row.id()).isEqualTo(token.id());
        assertThat(row.change()).isEqualTo(TokenReport.Change.CREATED);
        assertThat(row.fit()).isEqualTo(TokenReport.Fit.FITS);
        assertThat(report.checks()).extracting(Check::id).containsExactlyElementsOf(Checks.OF_A_GOOD_TOKEN);
        assertThat(report.goal()).isEqualTo(Goal.TOKEN);
        assertThat(simulator.tokens().active())
                .as("the other one is left alone")
                .hasSize(2);
    }

    @Test
    void showsItsValueNowhere(Simulator simulator) {
        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        String value = Tokens.named(simulator, Tokens.NAME).value();
        assertThat(report.toJson() + report.toText() + report + runs.progress).doesNotContain(value, Shop.ENTRA_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 503})
    void showsItsValueNowhereWhenAikidoRepeatsIt(int status, Simulator simulator) {
        // The first that this simulator makes.
        String value = "fakeTokenNotASecretMade1" + "x".repeat(52) + "AZDOFAKE";
        simulator
                .faults()
                .always(
                        Match.path("**/code-scanning"),
                        Fault.answer(status, "application/json", "{\"error\":\"Got " + value + "\"}"));

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(simulator.exchanges())
                .as("it was repeated")
                .anyMatch(call -> call.requestBody().contains(value) && call.faulted());
        assertThat(report.toJson() + report.toText() + report + runs.progress)
                .doesNotContain("fakeTokenNotASecretMade");
    }

    @Test
    void writesItToAFileThatOnlyItsOwnerCanRead(Simulator simulator) throws Exception {
        Path file = folder.resolve("token");

        ConnectReport report = runs.token(Tokens.alone(simulator, TokenAction.CREATE)
                .name(Tokens.NAME)
                .file(file)
                .build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Files.readString(file))
                .isEqualTo(Tokens.named(simulator, Tokens.NAME).value());
        assertThat(folder)
                .isDirectoryContaining(path -> path.equals(file))
                .isDirectoryNotContaining("glob:**.unfinished");
        assertThat(simulator.workspace().tokensHandedOver()).isEmpty();
    }

    @Test
    void deliversItToBothWhereBothAreGiven(Simulator simulator) throws Exception {
        Path file = folder.resolve("token");

        runs.token(Tokens.request(simulator, TokenAction.CREATE).file(file).build());

        assertThat(simulator.workspace().tokensHandedOver()).containsExactly(Files.readString(file));
    }

    @Test
    void takesNameAndDaysFromTheRequest(Simulator simulator) {
        ConnectReport report = runs.token(Tokens.request(simulator, TokenAction.CREATE)
                .name("Aikido for Payments")
                .days(1)
                .build());

        Instant end =
                Instant.parse(Tokens.named(simulator, "Aikido for Payments").validTo());
        assertThat(Duration.between(Instant.now(), end)).isBetween(Duration.ofHours(23), Duration.ofDays(1));
        assertThat(Tokens.row(report, "Aikido for Payments").expiry()).isEqualTo(TokenReport.Expiry.SOON);
    }

    @Test
    void makesNothingWhereTheValueWouldBeLost(Simulator simulator) {
        ConnectReport report =
                runs.token(Tokens.alone(simulator, TokenAction.CREATE).build());

        assertThat(codes(report)).containsExactly(ProblemCode.CONFIGURATION);
        assertThat(problem(report).fix()).contains("ConnectRequest.aikidoClient", "TokenRequest.file");
        assertThat(simulator.exchanges()).isEmpty();
    }

    @Test
    void makesNothingForHalfAClient(Simulator simulator) {
        ConnectRequest half = Tokens.where(simulator)
                .aikidoClient(Secret.of(Shop.CLIENT_ID), null)
                .build();

        ConnectReport report = runs.token(TokenRequest.builder(half)
                .action("create")
                .file(folder.resolve("token"))
                .build());

        assertThat(problem(report).message()).startsWith("The id or the secret of Aikido's API client");
        assertThat(simulator.exchanges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 366})
    void refusesDaysThatNoTokenHas(int days, Simulator simulator) {
        ConnectReport report = runs.token(
                Tokens.request(simulator, TokenAction.CREATE).days(days).build());

        assertThat(problem(report).toString())
                .startsWith("[CONFIGURATION] \"" + days + "\" is not a number of days.")
                .contains("TokenRequest.days. Valid values: whole numbers from 1 to 365.");
        assertThat(simulator.exchanges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 365})
    void takesTheShortestAndTheLongestLife(int days, Simulator simulator) {
        ConnectReport report = runs.token(
                Tokens.request(simulator, TokenAction.CREATE).days(days).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
    }

    @Test
    void namesEverythingThatIsMissing() {
        ConnectReport report = runs.token(
                TokenRequest.builder(ConnectRequest.builder().build()).build());

        assertThat(report.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "The Azure DevOps organization was not specified.",
                        "The access token of Microsoft Entra was not specified.",
                        "The action was not specified.");
    }

    @Test
    void refusesAnActionThatIsNone(Simulator simulator) {
        ConnectReport report =
                runs.token(TokenRequest.builder(Tokens.where(simulator).build())
                        .action("renew")
                        .build());

        assertThat(problem(report).message()).isEqualTo("\"renew\" is not a valid value.");
    }

    @Test
    void makesNoSecondTokenOfAName(Simulator simulator) {
        runs.token(Tokens.request(simulator, TokenAction.CREATE).build());
        String id = Tokens.named(simulator, Tokens.NAME).id();

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(problem(report).message())
                .isEqualTo("A token with the name \"" + Tokens.NAME + "\" already exists (id " + id + ").");
        assertThat(problem(report).fix()).contains("rotate", "TokenRequest.name");
        assertThat(Tokens.calls(simulator, "POST")).hasSize(1);
    }

    @Test
    void makesNothingForTheWorkspaceOfAnotherOrganization() {
        Simulator simulator =
                simulators.start(Tokens.shop().workspace(workspace -> workspace.withLinkedProviderOrgName("fabrikam")));

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_WORKSPACE_MISMATCH);
        assertThat(Tokens.calls(simulator, "POST")).isEmpty();
    }

    @Test
    void makesNothingForAClientThatIsRefused() {
        Simulator simulator = simulators.start(Tokens.shop().client(client -> client.withSecret("another-secret")));

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_CREDENTIALS_REJECTED);
        assertThat(Tokens.calls(simulator, "POST")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing/token", "folder", "wide", "link"})
    void makesNothingForAFileThatCannotHoldIt(String name, Simulator simulator) throws Exception {
        Files.createDirectory(folder.resolve("folder"));
        Files.writeString(folder.resolve("wide"), "somebody's");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));
        Path file = folder.resolve(name);

        ConnectReport report = runs.token(
                Tokens.alone(simulator, TokenAction.CREATE).file(file).build());

        assertThat(codes(report)).containsExactly(ProblemCode.CONFIGURATION);
        assertThat(problem(report).message()).contains(file.toString());
        assertThat(problem(report).fix()).contains("TokenRequest.file");
        assertThat(Tokens.calls(simulator, "POST")).isEmpty();
        assertThat(Files.readString(folder.resolve("wide"))).isEqualTo("somebody's");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void sendsTheAccessTokenWhereTokensAreManagedAndNowhereElse(Simulator simulator) {
        runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        assertThat(Tokens.calls(simulator, "POST"))
                .singleElement()
                .satisfies(call ->
                        assertThat(call.requestHeader("authorization")).isEqualTo("Bearer " + Shop.ENTRA_TOKEN));
        assertThat(simulator.exchanges())
                .filteredOn(call ->
                        String.valueOf(call.requestHeader("authorization")).contains(Shop.ENTRA_TOKEN))
                .allMatch(call -> call.path().endsWith("/tokens/pats"));
    }

    @Test
    void countsItsCalls(Simulator simulator) {
        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.CREATE).build());

        long azure = simulator.exchanges().stream()
                .filter(call -> call.path().startsWith("/azure"))
                .count();
        assertThat((long) report.calls().azure()).isEqualTo(azure);
        assertThat(report.calls().aikido())
                .isEqualTo(List.of("workspace", "errors", "handover", "errors again")
                        .size());
    }
}
