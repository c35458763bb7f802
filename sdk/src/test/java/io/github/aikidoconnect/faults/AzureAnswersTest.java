package io.github.aikidoconnect.faults;

import static io.github.aikidoconnect.testing.Checks.assertOfTheTokenSkipped;
import static io.github.aikidoconnect.testing.Checks.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.AzureLimit;
import io.github.aikidoconnect.simulator.scenario.Organization;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers of Azure DevOps that mean something else each, and what a person is told about them. */
class AzureAnswersTest {

    private static final Match EVERY_CALL = Match.path("/azure/**");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    private final Runs runs = Runs.create();

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
}
