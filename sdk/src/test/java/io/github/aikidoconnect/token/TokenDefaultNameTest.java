package io.github.aikidoconnect.token;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.ApiClient;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Token;
import io.github.aikidoconnect.simulator.scenario.Workspace;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose token a rotation replaces if it is given no name. */
class TokenDefaultNameTest {

    private static final String FORMER_DEFAULT = "Aikido Security Access Token";
    private static final String OTHER_CLIENT = "AIK_CLIENT_fake_other";
    private static final String OTHER_SECRET = "AIK_SECRET_fake_other_not_a_secret";

    /** The token of the shop has the name that every workspace's had. */
    @RegisterExtension
    final SimulatorExtension simulators =
            SimulatorExtension.of(Setup.shop().token(token -> token.withName(FORMER_DEFAULT)));

    @TempDir
    private Path folder;

    private final Runs runs = Runs.withoutPauses();

    @ParameterizedTest
    @ValueSource(strings = {"Payments", "Shop"})
    void ofOneWorkspaceLeavesTheTokenOfAnotherAlone(String name) {
        Simulator simulator = simulators.start(twoWorkspaces(name));
        ConnectRequest other = Tokens.where(simulator)
                .aikidoClient(Secret.of(OTHER_CLIENT), Secret.of(OTHER_SECRET))
                .build();

        for (int time = 0; time < 2; time++) {
            assertThat(runs.token(Tokens.request(simulator, TokenAction.ROTATE).build())
                            .isSuccess())
                    .isTrue();
            assertThat(runs.token(TokenRequest.builder(other)
                                    .action(TokenAction.ROTATE)
                                    .build())
                            .isSuccess())
                    .isTrue();
        }

        assertThat(simulator.tokens().active())
                .extracting(Token::value)
                .containsExactlyInAnyOrder(
                        Shop.TOKEN,
                        last(simulator.workspaces().get(0).tokensHandedOver()),
                        last(simulator.workspaces().get(1).tokensHandedOver()));
        assertThat(Tokens.names(simulator))
                .containsExactlyInAnyOrder(
                        FORMER_DEFAULT, Tokens.NAME, "Aikido Security Access Token (" + name + " 4712)");
    }

    @Test
    void showsATokenWithTheFormerDefaultNameAndHowToReplaceIt(Simulator simulator) {
        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.ROTATE).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.tokens().revoked()).isEmpty();
        assertThat(Tokens.row(report, FORMER_DEFAULT).reason())
                .contains("another workspace may use it")
                .contains("set TokenRequest.id to its id");
    }

    @Test
    void replacesATokenWithTheFormerDefaultNameIfItsNameIsGiven(Simulator simulator) {
        ConnectReport report = runs.token(Tokens.request(simulator, TokenAction.ROTATE)
                .name(FORMER_DEFAULT)
                .build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.tokens().revoked()).extracting(Token::value).containsExactly(Shop.TOKEN);
        assertThat(Tokens.names(simulator)).containsExactly(FORMER_DEFAULT);
    }

    @Test
    void replacesATokenIfItsIdIsGiven(Simulator simulator) {
        String id = Tokens.named(simulator, FORMER_DEFAULT).id();

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.ROTATE).id(id).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.tokens().revoked()).extracting(Token::value).containsExactly(Shop.TOKEN);
        assertThat(Tokens.names(simulator)).containsExactly(Tokens.NAME);
    }

    @Test
    void replacesNothingByAnIdThatIsNotOneOfThesePersonsTokens(Simulator simulator) {
        ConnectReport report = runs.token(Tokens.request(simulator, TokenAction.ROTATE)
                .id("12345678-1234-1234-1234-123456789abc")
                .build());

        assertThat(codes(report)).containsExactly(ProblemCode.CONFIGURATION);
        assertThat(problem(report).message()).contains("has no valid token with the id 12345678-");
        assertThat(Tokens.calls(simulator, "POST")).isEmpty();
    }

    @Test
    void replacesNoTokenWithOtherScopesByItsId() {
        Simulator simulator = simulators.start(
                Setup.shop().token(token -> token.withName("Build").withScopes(List.of("vso.code_write"))));
        String id = Tokens.named(simulator, "Build").id();

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.ROTATE).id(id).build());

        assertThat(codes(report)).containsExactly(ProblemCode.CONFIGURATION);
        assertThat(problem(report).message()).contains("\"Build\"", "does not have exactly the four scopes");
        assertThat(Tokens.calls(simulator, "POST")).isEmpty();
    }

    @Test
    void replacesNothingWhereNeitherANameNorAWorkspaceTellsWhoseTokenItIs(Simulator simulator) {
        TokenRequest.Builder request =
                Tokens.alone(simulator, TokenAction.ROTATE).file(folder.resolve("token"));

        ConnectReport report = runs.token(request.build());

        assertThat(codes(report)).containsExactly(ProblemCode.CONFIGURATION);
        assertThat(problem(report).message()).contains("which workspace uses it is not known");
        assertThat(problem(report).fix()).contains("TokenRequest.id", "TokenRequest.name");
        assertThat(Tokens.calls(simulator, "POST")).isEmpty();

        String id = Tokens.named(simulator, FORMER_DEFAULT).id();
        assertThat(runs.token(request.id(id).build()).isSuccess()).isTrue();
    }

    private static String last(List<String> values) {
        return values.get(values.size() - 1);
    }

    private static Scenario twoWorkspaces(String name) {
        return Setup.shop().token(token -> token.withName(FORMER_DEFAULT)).aikido(aikido -> {
            Workspace shop = aikido.workspaces().get(0);
            return aikido.withWorkspaces(List.of(
                    shop,
                    shop.withId(4712)
                            .withName(name)
                            .withClients(List.of(new ApiClient(OTHER_CLIENT, OTHER_SECRET, Shop.CLIENT_SCOPES)))));
        });
    }
}
