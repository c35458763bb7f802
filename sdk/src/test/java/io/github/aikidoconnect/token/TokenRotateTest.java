package io.github.aikidoconnect.token;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.problem;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Organization;
import io.github.aikidoconnect.simulator.scenario.OrganizationBuilder;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Token;
import io.github.aikidoconnect.simulator.scenario.Workspace.Handover;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A token is replaced by a new one, and no other is touched. What goes wrong in between is TokenStepsTest's. */
class TokenRotateTest {

    /** The shop's own token has the name that is rotated. */
    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    private final Runs runs = Runs.withoutPauses();

    private ConnectReport rotate(Simulator simulator) {
        return runs.token(Tokens.request(simulator, TokenAction.ROTATE).build());
    }

    @Test
    void revokesTheFormerOneOnceAikidoHasTakenTheNewOne(Simulator simulator) {
        ConnectReport report = rotate(simulator);

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        Token now = Tokens.named(simulator, Tokens.NAME);
        assertThat(now.value()).isNotEqualTo(Shop.TOKEN).isEqualTo(Tokens.inUse(simulator));
        assertThat(simulator.tokens().active()).hasSize(1);
        assertThat(simulator.tokens().revoked()).extracting(Token::value).containsExactly(Shop.TOKEN);
        assertThat(report.tokens())
                .extracting(TokenReport::change)
                .containsExactly(TokenReport.Change.CREATED, TokenReport.Change.REVOKED);
    }

    @Test
    void doesEachThingOnlyAfterTheOneBefore(Simulator simulator) {
        rotate(simulator);

        List<String> order = List.of(
                "GET /azure/contoso/_apis/tokens/pats",
                "POST /azure/contoso/_apis/tokens/pats",
                "GET /azure/contoso/_apis/connectionData",
                "POST /aikido/api/public/v1/access-tokens/code-scanning",
                "GET /aikido/api/public/v1/workspace/configurationErrors",
                "GET /azure/contoso/_apis/tokens/pats",
                "DELETE /azure/contoso/_apis/tokens/pats",
                "GET /azure/contoso/_apis/tokens/pats",
                "PUT /azure/contoso/_apis/tokens/pats");
        List<String> seen = simulator.exchanges().stream()
                .map(call -> call.method() + " " + call.path())
                .filter(order::contains)
                .toList();
        // The workspace was asked before there was a token, too.
        assertThat(seen.subList(1, seen.size())).containsExactlyElementsOf(order);
        assertThat(seen.get(0)).isEqualTo(order.get(4));
    }

    @Test
    void makesTheFirstOneToo() {
        Simulator simulator = simulators.start(Tokens.shop());

        assertThat(rotate(simulator).isSuccess()).isTrue();
        assertThat(Tokens.names(simulator)).containsExactly("Made by hand", Tokens.NAME);
    }

    @Test
    void canBeDoneAgainAndAgain(Simulator simulator) {
        for (int time = 0; time < 3; time++) {
            assertThat(rotate(simulator).isSuccess()).isTrue();
        }
        assertThat(Tokens.names(simulator)).containsExactly(Tokens.NAME);
        assertThat(simulator.tokens().revoked()).hasSize(3);
    }

    @Test
    void leavesTokensAloneThatOnlyHaveTheName() {
        Organization fabrikam = OrganizationBuilder.builder().name("fabrikam").build();
        Simulator simulator = simulators.start(with(List.of(
                        own -> own.withScopes(List.of("vso.code_write")),
                        own -> own.withFullAccess(true),
                        own -> own.withOrganizations(List.of()),
                        own -> own.withOrganizations(List.of("contoso", "fabrikam")),
                        own -> own.withName(Tokens.NAME + " (new)"),
                        own -> own.withName(Tokens.NAME + " (new 12345678)"),
                        own -> own.withName(Tokens.NAME + " (replaced)"),
                        own -> own.withName(Tokens.NAME + " (replaced 12345678)"),
                        own -> own.withName(Tokens.NAME + " (unconfirmed 12345678)"),
                        own -> own.withName(Tokens.NAME + " for Payments"),
                        own -> own.withEmail("lee@example.com")))
                .azure(azure ->
                        azure.withOrganizations(List.of(azure.organizations().get(0), fabrikam))));

        ConnectReport report = rotate(simulator);

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.tokens().revoked()).extracting(Token::value).containsExactly(Shop.TOKEN);
        assertThat(simulator.tokens().active()).hasSize(12);
        assertThat(report.tokens())
                .filteredOn(row -> row.reason().contains("other scopes"))
                .hasSize(4);
    }

    @Test
    void neverRevokesOneForAnotherOrganization() {
        // That such a list shows it is not likely; that it is in use elsewhere is certain.
        Simulator simulator = simulators.simulator();
        simulator.faults().once(Match.of("GET", Tokens.PATS), list("""
                                {"displayName":"%s","scope":"%s",
                                "targetAccounts":["99999999-43a5-4f0e-8d0f-5c1f8a9d2e10"],
                                "validFrom":"2026-01-01T00:00:00Z","validTo":"2027-01-01T00:00:00Z",
                                "authorizationId":"%s","token":null}""".formatted(
                        Tokens.NAME,
                        String.join(" ", Shop.TOKEN_SCOPES),
                        simulator.tokens().active().get(0).id())));

        assertThat(rotate(simulator).isSuccess()).isTrue();

        assertThat(simulator.tokens().revoked()).isEmpty();
    }

    @Test
    void doesNothingWhereItCannotBeKnownWhichOneIsInUse() {
        Simulator simulator = simulators.start(with(List.of(own -> own)));

        ConnectReport report = rotate(simulator);

        assertThat(codes(report)).containsExactly(ProblemCode.CONFIGURATION);
        assertThat(problem(report).message())
                .startsWith("2 tokens have the name \"" + Tokens.NAME + "\"")
                .contains(simulator.tokens().active().stream().map(Token::id).toList());
        assertThat(Tokens.calls(simulator, "POST")).isEmpty();
        assertThat(Tokens.calls(simulator, "DELETE")).isEmpty();
    }

    @Test
    void keepsTheFormerOneWhereAikidoCannotUseTheNewOne() {
        Simulator simulator =
                simulators.start(Setup.shop().workspace(workspace -> workspace.withHandover(Handover.INEFFECTIVE)));

        ConnectReport report = rotate(simulator);

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(problem(report).message())
                .isEqualTo("Aikido has the new token and still reports its connection to Azure DevOps as broken.");
        assertThat(simulator.tokens().revoked()).isEmpty();
        assertThat(simulator.tokens().active()).hasSize(2);
    }

    @Test
    void givesAikidoAMomentToFindThatTheTokenWorks(Simulator simulator) {
        simulator
                .faults()
                .add(new FaultRule(
                        Match.path("**/configurationErrors"),
                        Fault.answer(200, "application/json", "[{\"kind\":\"scm_disconnected\"}]"),
                        1,
                        2));

        ConnectReport report = rotate(simulator);

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(runs.progress).extracting(Progress::message).contains("Aikido cannot reach the source code yet");
    }

    @Test
    void revokesNothingWhereSomebodyElseRevokedTheNewOneMeanwhile(Simulator simulator) {
        simulator.faults().add(new FaultRule(Match.of("GET", Tokens.PATS), list(""), 1, 1));

        ConnectReport report = rotate(simulator);

        assertThat(problem(report).fix()).contains("let only one run at a time rotate a token");
        assertThat(Tokens.calls(simulator, "DELETE")).isEmpty();
    }

    @Test
    void readsTheListOverAllItsPages() {
        List<UnaryOperator<Token>> others = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            int number = i;
            others.add(own -> own.withName("other " + number));
        }
        Scenario many = with(others).azure(azure -> azure.withPageSize(2).withTokens(reversed(azure.tokens())));
        Simulator simulator = simulators.start(many);

        assertThat(rotate(simulator).isSuccess()).isTrue();

        assertThat(simulator.tokens().revoked()).extracting(Token::value).containsExactly(Shop.TOKEN);
        assertThat(Tokens.calls(simulator, "GET"))
                .extracting(Exchange::query)
                .allMatch(query -> query.contains("displayFilterOption=active"));
    }

    private static List<Token> reversed(List<Token> tokens) {
        List<Token> reversed = new ArrayList<>(tokens);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Fault list(String token) {
        return Fault.answer(
                200,
                "application/json",
                "{\"continuationToken\":\"\",\"patTokens\":[" + token.replace("\n", "") + "]}");
    }

    /** The shop with more tokens that are like its own but for one thing. */
    private static Scenario with(List<UnaryOperator<Token>> others) {
        return Setup.shop().azure(azure -> {
            Token own = azure.tokens().get(0);
            List<Token> all = new ArrayList<>(azure.tokens());
            for (int i = 0; i < others.size(); i++) {
                all.add(others.get(i)
                        .apply(own.withValue("fakeTokenNotASecretOther" + i)
                                .withId("00000000-0000-4000-8000-00000000000" + i)));
            }
            return azure.withTokens(all);
        });
    }
}
