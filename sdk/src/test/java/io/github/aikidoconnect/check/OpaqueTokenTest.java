package io.github.aikidoconnect.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.SignInMethod;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Token;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Companies;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A token that does not have the shape of a personal access token is tried in both ways, once in a run. */
class OpaqueTokenTest {

    private static final String OPAQUE = "opaque-token-1";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    private final Runs runs = Runs.withoutPauses();

    private static Scenario accepting(Scenario scenario, Token.Scheme scheme) {
        return scenario.token(token -> token.withValue(OPAQUE).withScheme(scheme));
    }

    private static ConnectRequest.Builder request(Simulator simulator) {
        return Setup.request(simulator).azureToken(Secret.of(OPAQUE));
    }

    private static List<String> schemes(Simulator simulator) {
        return simulator.exchanges().stream()
                .filter(Exchange::azure)
                .map(exchange -> exchange.requestHeader("authorization"))
                .filter(header -> header != null)
                .map(header -> header.split(" ", -1)[0])
                .toList();
    }

    @Test
    void isSentAsABearerTokenWithoutAnotherCall() {
        Simulator simulator = simulators.start(accepting(Setup.shop(), Token.Scheme.BEARER));

        ConnectReport report = runs.check(request(simulator).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(schemes(simulator)).hasSize(callsWithAPersonalAccessToken()).containsOnly("Bearer");
    }

    @Test
    void isSentAsAPasswordAfterOneCallWhereABearerTokenIsRefused() {
        Simulator simulator = simulators.start(accepting(Setup.shop(), Token.Scheme.BASIC));

        ConnectReport report = runs.check(request(simulator).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(schemes(simulator))
                .hasSize(callsWithAPersonalAccessToken() + 1)
                .filteredOn(scheme -> scheme.equals("Bearer"))
                .hasSize(1);
    }

    @Test
    void isTriedOnceForAllProjectsOfARun() {
        Simulator simulator = simulators.start(accepting(Companies.of(4, 1), Token.Scheme.BASIC));

        ConnectReport report = runs.connect(Companies.request(
                        Companies.common(simulator)
                                .azureToken(Secret.of(OPAQUE))
                                .build(),
                        4)
                .build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(schemes(simulator)).filteredOn("Bearer"::equals).hasSize(1);
    }

    @Test
    void isRejectedAfterBothWaysWereTried(Simulator simulator) {
        ConnectReport report = runs.check(request(simulator).build());

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_TOKEN_REJECTED);
        assertThat(Checks.problem(report).fix())
                .endsWith("From 2026-12-01, Azure DevOps does not accept tokens that are valid for all organizations.");
        assertThat(schemes(simulator)).filteredOn("Basic"::equals).hasSize(1);
    }

    @Test
    void isAPasswordAtOnceWhereItHasTheShapeOfAPersonalAccessToken(Simulator simulator) {
        runs.check(Setup.request(simulator)
                .azureToken(Secret.of(Shop.UNKNOWN_TOKEN))
                .build());

        assertThat(schemes(simulator)).containsOnly("Basic");
    }

    @Test
    void isSentInTheFormThatTheRequestNames() {
        Simulator password = simulators.start(accepting(Setup.shop(), Token.Scheme.EITHER));
        Simulator bearer = simulators.start(accepting(Setup.shop(), Token.Scheme.EITHER));

        ConnectReport first = runs.check(
                request(password).azureSignIn(AzureSignIn.personalAccessToken()).build());
        ConnectReport second =
                runs.check(request(bearer).azureSignIn(AzureSignIn.bearer()).build());

        assertThat(schemes(password)).hasSize(callsWithAPersonalAccessToken()).containsOnly("Basic");
        assertThat(first.projects().get(0).azure().signIn()).isEqualTo(SignInMethod.PAT);
        assertThat(schemes(bearer)).containsOnly("Bearer");
        assertThat(second.projects().get(0).azure().signIn()).isEqualTo(SignInMethod.BEARER);
    }

    private int callsWithAPersonalAccessToken() {
        Simulator simulator = simulators.start(Setup.shop());
        runs.check(Setup.request(simulator).build());
        return schemes(simulator).size();
    }
}
