package io.github.aikidoconnect.faults;

import static io.github.aikidoconnect.testing.Checks.status;
import static io.github.aikidoconnect.testing.Checks.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.AzureLimit;
import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import io.github.aikidoconnect.simulator.scenario.Organization;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers of Azure DevOps that mean something else each, and what a person is told about them. */
class AzureAnswersTest {

    private static final Match EVERY_CALL = Match.path("/azure/**");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    private final Runs runs = Runs.create();

    @ParameterizedTest
    @EnumSource
    void tellsARejectedTokenHoweverItIsAnswered(AzureScenario.Rejection rejection) {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withRejection(rejection)));

        assertRejected(runs.check(withUnknownToken(simulator).build()));
    }

    @Test
    void tellsARejectedTokenByTheAnonymousUser() {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withAnonymousConnectionData(true)));

        assertRejected(runs.check(withUnknownToken(simulator).build()));
    }

    @Test
    void tellsATokenThatConditionalAccessKeepsOut() {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withConditionalAccess(true)));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_TOKEN_REJECTED);
        assertThat(problem.message()).contains("VS403463").doesNotContain("..");
        assertThat(problem.fix()).contains("conditional access policy");
    }

    @ParameterizedTest
    @CsvSource({
        "**/resourceAreas/*, ORGANIZATION, PASSED",
        "**/userentitlementsummary, SCOPE_MEMBER_ENTITLEMENT_MANAGEMENT, UNKNOWN",
        "**/teams, SCOPE_PROJECT_AND_TEAM, UNKNOWN",
        "**/profiles/me, SCOPE_USER_PROFILE, UNKNOWN",
        "**/connectionData, TOKEN, UNKNOWN",
        "**/graph/groups, SCOPE_EXCESS, UNKNOWN",
        "**/process/processes, SCOPE_EXCESS, UNKNOWN",
        "**/tfvc/items, PROJECT, WARNING"
    })
    void takesASuccessThatHoldsAnErrorForNoAnswer(String call, CheckId check, CheckStatus status) {
        Simulator simulator = simulators.start(Scenario.shop());
        simulator
                .faults()
                .always(
                        Match.path(call),
                        Fault.answer(
                                200,
                                "application/json",
                                "{\"message\":\"TF400898: An internal error occurred.\","
                                        + "\"typeKey\":\"VssServiceException\",\"errorCode\":0}"));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(status(report, check)).as(report.toText()).isEqualTo(status);
    }

    private static ConnectRequest.Builder withUnknownToken(Simulator simulator) {
        return Runs.shop(simulator).azureToken(Secret.of(Shop.UNKNOWN_TOKEN));
    }

    private static void assertRejected(ConnectReport report) {
        assertThat(status(report, CheckId.ORGANIZATION)).isEqualTo(CheckStatus.PASSED);
        assertThat(status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.FAILED);
        assertOfTheTokenSkipped(report);
        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_TOKEN_REJECTED);
        assertThat(problem.message()).contains("\"contoso\"");
        assertThat(problem.fix()).contains("ConnectRequest.azureToken");
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    private static void assertOfTheTokenSkipped(ConnectReport report) {
        assertThat(Checks.SCOPES)
                .allSatisfy(id -> assertThat(status(report, id)).isEqualTo(CheckStatus.SKIPPED));
        assertThat(status(report, CheckId.SCOPE_EXCESS)).isEqualTo(CheckStatus.SKIPPED);
        assertThat(status(report, CheckId.PROJECT)).isEqualTo(CheckStatus.SKIPPED);
    }

    @ParameterizedTest
    @EnumSource
    void tellsAnExpiredTokenFromAMissingScope(AzureScenario.Expiry expiry) {
        Simulator simulator = simulators.start(
                Scenario.shop().azure(a -> a.withExpiry(expiry)).token(t -> t.withExpired(true)));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.FAILED);
        assertOfTheTokenSkipped(report);
        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_TOKEN_EXPIRED);
        assertThat(problem.fix())
                .contains("Regenerate it at " + simulator.azureUrl() + "/contoso/_usersSettings/tokens")
                .contains("ConnectRequest.azureToken");
    }

    @Test
    void tellsAnOrganizationThatIsNotThere(Simulator simulator) {
        ConnectReport report =
                runs.check(Runs.shop(simulator).organization("fabrikam").build());

        assertThat(status(report, CheckId.ORGANIZATION)).isEqualTo(CheckStatus.FAILED);
        assertThat(status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.SKIPPED);
        assertOfTheTokenSkipped(report);
        assertThat(Checks.codes(report)).contains(ProblemCode.AZURE_ORGANIZATION_NOT_FOUND);
        Problem problem = report.problems().get(0);
        assertThat(problem.message()).contains("\"fabrikam\"");
        assertThat(problem.fix()).contains("ConnectRequest.organization");
    }

    @Test
    void believesATokenThatWorksRatherThanAnAnonymousAnswer(Simulator simulator) {
        simulator.faults().always(Match.path("**/resourceAreas/*"), Fault.answer(404));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.ORGANIZATION)).isEqualTo(CheckStatus.PASSED);
        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void asksAStoppedOrganizationOnlyOnce() {
        Simulator simulator =
                simulators.start(Scenario.shop().organization(o -> o.withStatus(Organization.Status.STOPPED)));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        // The byte order mark in front of the JSON keeps nobody from reading the message.
        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_UNAVAILABLE);
        assertThat(problem.message()).contains("TF24668", "is stopped");
        assertThat(status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.UNKNOWN);
        Map<String, Long> calls = simulator.exchanges().stream()
                .filter(Exchange::azure)
                .collect(Collectors.groupingBy(Exchange::summary, Collectors.counting()));
        assertThat(calls).hasSize(11);
        assertThat(Set.copyOf(calls.values())).containsExactly(1L);
    }

    @Test
    void triesAgainWhenTheServiceIsUnavailableForAMoment(Simulator simulator) {
        simulator.faults().times(3, Match.path("**/connectionData"), Fault.answer(503));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(runs.progress)
                .filteredOn(Progress.Waiting.class::isInstance)
                .extracting(Progress::message)
                .containsOnly("127.0.0.1 answered with 503; trying again");
    }

    @Test
    void givesUpOnAnOutageAndSaysSo(Simulator simulator) {
        simulator
                .faults()
                .always(EVERY_CALL, Fault.answer(503, "text/html", "<html>Our services aren't available</html>"));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_UNAVAILABLE);
        assertThat(problem.message()).contains("HTTP 503").doesNotContain("<html>");
        assertThat(status(report, CheckId.ORGANIZATION)).isEqualTo(CheckStatus.UNKNOWN);
        assertThat(status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.UNKNOWN);
        assertOfTheTokenSkipped(report);
        assertThat(perCall(simulator).values()).allMatch(count -> count == 4);
    }

    private static Map<String, Long> perCall(Simulator simulator) {
        return simulator.exchanges().stream()
                .filter(Exchange::azure)
                .map(Exchange::path)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void neverTakesAPageForSuccess(Simulator simulator) {
        simulator.faults().always(EVERY_CALL, Fault.answer(200, "text/html", "<html>Welcome to the hotel</html>"));

        ConnectReport report = runs.connect(Runs.shop(simulator).build());

        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_UNAVAILABLE);
        assertThat(problem.message()).contains("not JSON");
        assertThat(report.checks())
                .noneMatch(check -> check.status() == CheckStatus.PASSED
                        && !check.id().toString().startsWith("aikido"));
        assertThat(simulator.workspace().monitored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "\"contoso\"", "null", "", "{\"count\":1,\"value\":{}}", "{\"count\":1} trailing"})
    void neverTakesOtherJsonForSuccess(String body, Simulator simulator) {
        simulator.faults().always(EVERY_CALL, Fault.answer(200, "application/json", body));

        ConnectReport report = runs.connect(Runs.shop(simulator).build());

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        // Every member of the entitlement summary is optional, so any object may be one.
        assertThat(report.checks())
                .filteredOn(check -> check.id() != CheckId.SCOPE_MEMBER_ENTITLEMENT_MANAGEMENT)
                .noneMatch(check -> check.status() == CheckStatus.PASSED
                        && check.id().toString().startsWith("scope."));
        assertThat(simulator.workspace().monitored()).isEmpty();
    }

    @Test
    void waitsAsLongAsTheServiceAsks() {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withLimit(new AzureLimit(1, 5, 2, 1))));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(runs.progress)
                .filteredOn(event -> event.message().contains("limited the rate"))
                .map(Progress.Waiting.class::cast)
                .isNotEmpty()
                .allSatisfy(waiting -> assertThat(waiting.duration()).isGreaterThanOrEqualTo(Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @EnumSource
    void namesTheVisibleProjectsWhereTheNameIsWrong(AzureScenario.NotFound form) {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withNotFound(form)));

        assertProjectNotFound(
                runs.check(Runs.shop(simulator).project("Shopfront").build()), "Shopfront");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheVisibleProjectsWhereTheIdIsWrong(AzureScenario.NotFound form) {
        String id = "0b8f4a52-6a1d-4a58-9c53-000000000000";
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withNotFound(form)));

        assertProjectNotFound(runs.check(Runs.shop(simulator).project(id).build()), id);
    }

    private static void assertProjectNotFound(ConnectReport report, String project) {
        assertThat(status(report, CheckId.PROJECT)).isEqualTo(CheckStatus.FAILED);
        assertThat(status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.PASSED);
        // There was no repository list to try it on, which says nothing about the scope.
        assertThat(status(report, CheckId.SCOPE_CODE)).isEqualTo(CheckStatus.UNKNOWN);
        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_PROJECT_NOT_FOUND);
        assertThat(problem.message()).contains("\"contoso\"", "\"" + project + "\"");
        assertThat(problem.fix()).contains("ConnectRequest.project", "\"Shop Front\", \"Payments\"");
    }

    @Test
    void saysSoWhereTheTokenSeesNoProjectAtAll() {
        Simulator simulator = simulators.start(Scenario.shop().organization(o -> o.withProjects(List.of())));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_PROJECT_NOT_FOUND);
        assertThat(Checks.problem(report).fix()).contains("cannot see any project");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleting", "createPending", "aStateOfTomorrow"})
    void warnsOfAProjectThatIsNotWellFormed(String state) {
        Simulator simulator = simulators.start(Scenario.shop().project(Shop.PROJECT, p -> p.withState(state)));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.PROJECT)).isEqualTo(CheckStatus.WARNING);
        assertThat(text(report, CheckId.PROJECT)).contains("\"Shop Front\"", state);
    }

    @Test
    void reportsAProjectThatCannotBeReadThoughEveryScopeIsGranted(Simulator simulator) {
        simulator.faults().always(Match.path("/azure/contoso/_apis/projects/*"), Setup.forbidden());

        ConnectReport report = runs.connect(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.PROJECT)).isEqualTo(CheckStatus.UNKNOWN);
        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_SCOPE_MISSING);
        assertThat(Checks.problem(report).fix()).contains("owner");
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void reportsARepositoryListThatFails(Simulator simulator) {
        simulator.faults().always(Match.path("**/git/repositories"), Fault.answer(501));

        ConnectReport report = runs.connect(Runs.shop(simulator).build());

        assertThat(status(report, CheckId.SCOPE_CODE)).isEqualTo(CheckStatus.UNKNOWN);
        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_UNAVAILABLE);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void tellsABrokenConnectionFromAnOutage(Simulator simulator) {
        simulator.faults().always(EVERY_CALL, Fault.reset());

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(ProblemCode.NETWORK);
        assertThat(problem.message()).contains("127.0.0.1:" + simulator.port());
        assertThat(problem.fix()).contains("ConnectRequest.azureUrl");
    }

    @Test
    void doesNotTakeHalfAnAnswer(Simulator simulator) {
        simulator.faults().always(Match.path("**/git/repositories"), Fault.truncate());

        ConnectReport report = runs.connect(Runs.shop(simulator).build());

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.NETWORK);
        assertThat(simulator.workspace().monitored()).isEmpty();
    }

    @Test
    void givesUpOnACallThatIsNotAnswered(Simulator simulator) {
        simulator.faults().always(Match.path("**/git/repositories"), Fault.hang());

        ConnectReport report =
                runs.check(Runs.shop(simulator).timeout(Duration.ofSeconds(1)).build());

        assertThat(Checks.codes(report)).contains(ProblemCode.NETWORK);
        assertThat(report.problems())
                .extracting(Problem::message)
                .anyMatch(m -> m.contains("did not answer within 1 s"));
    }

    @Test
    void neverShowsTheTokenThatAServiceRepeats(Simulator simulator) {
        simulator
                .faults()
                .always(
                        EVERY_CALL,
                        Fault.answer(
                                401,
                                "application/json",
                                "{\"message\":\"The token " + Shop.TOKEN + " is\\u001b[31m not good.\"}"));

        ConnectReport report = runs.check(Runs.shop(simulator).build());

        assertThat(report.toJson() + report.toText() + runs.progress)
                .doesNotContain(Shop.TOKEN)
                .doesNotContain("\u001b");
        assertThat(Checks.problem(report).message()).contains("The token ****** is");
    }
}
