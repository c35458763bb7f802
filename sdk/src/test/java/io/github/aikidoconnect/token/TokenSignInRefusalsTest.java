package io.github.aikidoconnect.token;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.AzureScenario.Rejection;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Tokens;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages for a person whose access token of Microsoft Entra cannot manage tokens. */
class TokenSignInRefusalsTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Tokens.shop());

    private final Runs runs = Runs.withoutPauses();

    static Stream<Arguments> wrongTokens() {
        return Stream.of(
                Arguments.of("of a service principal", change(t -> t.entraToken(e -> e.withServicePrincipal(true)))),
                Arguments.of("expired", change(t -> t.entraToken(e -> e.withExpired(true)))),
                Arguments.of("of nobody", change(t -> t.entraToken(e -> e.withValue("eyJ.another.one")))),
                Arguments.of(
                        "of nobody, sent to sign in",
                        change(t -> t.entraToken(e -> e.withValue("eyJ.another.one"))
                                .azure(a -> a.withRejection(Rejection.REDIRECT)))),
                Arguments.of(
                        "of nobody, 401",
                        change(t -> t.entraToken(e -> e.withValue("eyJ.another.one"))
                                .azure(a -> a.withRejection(Rejection.UNAUTHORIZED)))));
    }

    private static UnaryOperator<Scenario> change(UnaryOperator<Scenario> change) {
        return change;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void ofAWrongAccessTokenSayHowToGetARightOne(String what, UnaryOperator<Scenario> change) {
        for (TokenAction action : List.of(TokenAction.LIST, TokenAction.CREATE, TokenAction.ROTATE)) {
            Simulator simulator = simulators.start(change.apply(Tokens.shop()));

            ConnectReport report = runs.token(Tokens.request(simulator, action).build());

            assertThat(codes(report)).as(what).containsExactly(ProblemCode.AZURE_ENTRA_TOKEN_REJECTED);
            assertThat(problem(report).fix())
                    .contains(
                            "not to a service principal",
                            "az account get-access-token --resource 499b84ac-1321-427f-aa17-267ca6975798",
                            "ConnectRequest.entraAccess");
            assertThat(Tokens.calls(simulator, "POST")).isEmpty();
        }
    }

    @Test
    void ofAPersonalAccessTokenInItsPlaceSaySo(Simulator simulator) {
        ConnectRequest where = Tokens.where(simulator)
                .entraAccess(EntraAccess.of(Secret.of(Shop.TOKEN)))
                .build();

        ConnectReport report =
                runs.token(TokenRequest.builder(where).action("list").build());

        assertThat(codes(report)).containsExactly(ProblemCode.AZURE_ENTRA_TOKEN_REJECTED);
        assertThat(problem(report).fix())
                .startsWith("It looks like a personal access token, which Azure DevOps does not accept for this call");
        assertThat(report.toJson()).doesNotContain(Shop.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "caf\u00e9", "two\nlines"})
    void ofWhatNoHeaderCanHoldNameTheSettingAndNotTheValue(String token, Simulator simulator) {
        ConnectRequest where = Tokens.where(simulator)
                .entraAccess(EntraAccess.of(Secret.of(token)))
                .build();

        ConnectReport report =
                runs.token(TokenRequest.builder(where).action("list").build());

        assertThat(problem(report).toString())
                .startsWith("[CONFIGURATION] The access token of Microsoft Entra contains a character that an HTTP "
                        + "header cannot contain")
                .doesNotContain(token)
                .contains("ConnectRequest.entraAccess");
        assertThat(simulator.exchanges()).isEmpty();
    }

    @Test
    void underConditionalAccessSaySo() {
        Simulator simulator = simulators.start(Tokens.shop().azure(a -> a.withConditionalAccess(true)));

        Problem problem =
                problem(runs.token(Tokens.request(simulator, TokenAction.LIST).build()));

        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_ENTRA_TOKEN_REJECTED);
        assertThat(problem.message()).contains("VS403463");
        assertThat(problem.fix()).contains("conditional access policy");
    }

    @Test
    void thatRepeatTheAccessTokenDoNotShowIt(Simulator simulator) {
        String said = "Got Bearer " + Shop.ENTRA_TOKEN;
        simulator
                .faults()
                .always(
                        Match.path(Tokens.PATS),
                        Fault.answer(403, "application/json", "{\"message\":\"" + said + "\"}")
                                .withHeaders(Map.of("Content-Type", "application/json", "X-Echo", said)));

        ConnectReport report =
                runs.token(Tokens.request(simulator, TokenAction.LIST).build());

        assertThat(report.toJson() + report.toText() + report + runs.progress)
                .doesNotContain(Shop.ENTRA_TOKEN)
                .contains("******");
    }
}
