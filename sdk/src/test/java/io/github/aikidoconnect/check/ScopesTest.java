package io.github.aikidoconnect.check;

import static io.github.aikidoconnect.testing.Checks.status;
import static io.github.aikidoconnect.testing.Checks.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of a token's scopes. */
class ScopesTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    private final Runs runs = Runs.create();

    /** The scopes with the name that people tick, the one that the service knows, and the call that tries them. */
    enum Scope {
        CODE(CheckId.SCOPE_CODE, "vso.code", "Code: Read", "**/git/repositories"),
        ENTITLEMENTS(
                CheckId.SCOPE_MEMBER_ENTITLEMENT_MANAGEMENT,
                "vso.memberentitlementmanagement",
                "Member Entitlement Management: Read",
                "**/userentitlementsummary"),
        TEAM(CheckId.SCOPE_PROJECT_AND_TEAM, "vso.project", "Project and Team: Read", "**/teams");

        final CheckId id;
        final String name;
        final String title;
        final String probe;

        Scope(CheckId id, String name, String title, String probe) {
            this.id = id;
            this.name = name;
            this.title = title;
            this.probe = probe;
        }

        CheckId[] others() {
            return Checks.SCOPES.stream().filter(id -> id != this.id).toArray(CheckId[]::new);
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesTheScopeThatIsMissing(Scope scope) {
        // Without vso.project the projects are still open to vso.profile, which vso.code implies.
        Simulator simulator = simulators.start(Scenario.shop().token(t -> t.without(scope.name)));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertMissing(report, scope);
    }

    @Test
    void doesNotTellAMissingScopeAsAProjectWithoutRepositories() {
        Simulator simulator = simulators.start(Scenario.shop().token(t -> t.without(Scope.CODE.name)));

        ConnectReport report = runs.connect(Runs.shop(simulator).build());

        assertThat(text(report, CheckId.PROJECT))
                .isEqualTo("\"Shop Front\" was found. Its repositories could not be read.");
        assertThat(report.toText()).doesNotContain("0 repositories", "no repository");
    }

    @ParameterizedTest
    @EnumSource
    void takes403ForAMissingScopeToo(Scope scope, Simulator simulator) {
        simulator
                .faults()
                .always(
                        Match.path(scope.probe),
                        Fault.answer(403, "application/json", "{\"message\":\"TF400813: Not authorized.\"}"));

        assertMissing(runs.check(Runs.shop(simulator).build()), scope);
    }

    @ParameterizedTest
    @EnumSource
    void takesASignInPageForAMissingScopeWhereTheTokenIsAcceptedElsewhere(Scope scope, Simulator simulator) {
        simulator.faults().always(Match.path(scope.probe), Fault.answer(203, "text/html", "<html>Sign in</html>"));

        assertMissing(runs.check(Runs.shop(simulator).build()), scope);
    }

    private static void assertMissing(ConnectReport report, Scope scope) {
        assertThat(status(report, scope.id)).isEqualTo(CheckStatus.FAILED);
        assertThat(text(report, scope.id))
                .contains(scope.title)
                .contains("/contoso/_usersSettings/tokens")
                .contains("select it");
        assertThat(scope.others())
                .allSatisfy(id -> assertThat(status(report, id)).isEqualTo(CheckStatus.PASSED));
        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_SCOPE_MISSING);
        assertThat(problem.message()).isEqualTo("The personal access token lacks the scope " + scope.title + ".");
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void namesAllMissingScopesInOneProblem() {
        Simulator simulator = simulators.start(Scenario.shop()
                .token(t -> t.without("vso.memberentitlementmanagement").without("vso.project")));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(Checks.problem(report).message())
                .contains("lacks the scopes Member Entitlement Management: Read, Project and Team: Read");
        assertThat(Checks.problem(report).fix()).contains("select them. If they are already selected");
        assertThat(report.checks())
                .filteredOn(check -> check.status() == CheckStatus.FAILED)
                .hasSize(2)
                .allSatisfy(check -> assertThat(check.fix()).contains("select it. If it is already selected"));
    }

    @Test
    void tellsATokenWithoutAnyOfTheScopesFromOneThatIsRejected() {
        Simulator simulator = simulators.start(Scenario.shop().token(t -> t.withScopes(List.of("vso.build"))));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.PASSED);
        assertThat(Checks.SCOPES)
                .allSatisfy(id -> assertThat(status(report, id)).isEqualTo(CheckStatus.FAILED));
        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_SCOPE_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"CODE, 500", "ENTITLEMENTS, 503", "TEAM, 500"})
    void callsAScopeUnknownWhenItsProbeFails(Scope scope, int answer, Simulator simulator) {
        simulator.faults().always(Match.path(scope.probe), Fault.answer(answer));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(status(report, scope.id)).isEqualTo(CheckStatus.UNKNOWN);
        assertThat(text(report, scope.id)).contains(scope.title).contains("HTTP " + answer);
        assertThat(scope.others())
                .allSatisfy(id -> assertThat(status(report, id)).isEqualTo(CheckStatus.PASSED));
        assertThat(Checks.codes(report)).doesNotContain(ProblemCode.AZURE_SCOPE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"**/teams", "**/git/repositories", "**/userentitlementsummary", "**/profiles/me"})
    void neverTakesAPageForAGrantedScope(String probe, Simulator simulator) {
        simulator.faults().always(Match.path(probe), Fault.answer(200, "text/html", "<html>Hello</html>"));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(report.checks())
                .filteredOn(check -> check.id().toString().startsWith("scope."))
                .extracting(Check::status)
                .containsOnlyOnce(CheckStatus.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**/teams | {\"hello\":\"world\"}",
                "**/git/repositories | {\"hello\":\"world\"}",
                "**/userentitlementsummary | []",
                "**/profiles/me | {\"hello\":\"world\"}"
            })
    void neverTakesOtherJsonForAGrantedScope(String probe, String json, Simulator simulator) {
        simulator.faults().always(Match.path(probe), Fault.answer(200, "application/json", json));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(report.checks())
                .filteredOn(check -> check.id().toString().startsWith("scope."))
                .extracting(Check::status)
                .containsOnlyOnce(CheckStatus.UNKNOWN);
    }

    @Test
    void onlyWarnsWhenTheProfileAloneIsRefused() {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withProfileRefusesTokens(true)));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.SCOPE_USER_PROFILE)).isEqualTo(CheckStatus.WARNING);
        assertThat(text(report, CheckId.SCOPE_USER_PROFILE)).contains("User Profile: Read");
        assertThat(report.problems()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @ParameterizedTest
    @CsvSource({
        "vso.graph, Graph: Read",
        "vso.work, Work Items: Read",
        "vso.agentpools, Agent Pools: Read",
        "vso.security_manage, Security: Manage"
    })
    void warnsOfAScopeThatIsNotNeeded(String scope, String title) {
        List<String> scopes = new ArrayList<>(Shop.TOKEN_SCOPES);
        scopes.add(scope);
        Simulator simulator = simulators.start(Scenario.shop().token(t -> t.withScopes(scopes)));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.SCOPE_EXCESS)).isEqualTo(CheckStatus.WARNING);
        assertThat(text(report, CheckId.SCOPE_EXCESS)).contains("more permissions than Aikido needs: " + title + ".");
        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void recognisesATokenWithFullAccess() {
        Simulator simulator = simulators.start(Scenario.shop().token(t -> t.withFullAccess(true)));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.SCOPE_EXCESS)).isEqualTo(CheckStatus.WARNING);
        assertThat(text(report, CheckId.SCOPE_EXCESS)).contains("full access").contains("only the four scopes");
    }

    @Test
    void doesNotKnowAboutExcessWhenNobodyAnswers(Simulator simulator) {
        for (String probe :
                List.of("**/graph/groups", "**/process/processes", "**/agentclouds", "**/permissionsreport")) {
            simulator.faults().always(Match.path(probe), Fault.answer(200, "text/html", "<html></html>"));
        }

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.SCOPE_EXCESS)).isEqualTo(CheckStatus.UNKNOWN);
    }
}
