package io.github.aikidoconnect.faults;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.problem;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static io.github.aikidoconnect.testing.Setup.writes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run says, and does not do, when Aikido cannot be read. */
class AikidoAnswersTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(imported(Setup.shop()));

    private final Runs runs = Runs.create();

    @Test
    void tellsWrongCredentials(Simulator simulator) {
        ConnectReport report = runs.connect(request(simulator)
                .aikidoClient(Secret.of(Shop.CLIENT_ID), Secret.of("wrong"))
                .build());
        assertThat(problem(report).code()).isEqualTo(ProblemCode.AIKIDO_CREDENTIALS_REJECTED);
        assertThat(problem(report).message())
                .isEqualTo("Aikido rejected the id and secret of the API client (HTTP 401: invalid_client).");
        assertThat(problem(report).fix()).startsWith("Check the region (");
        assertThat(Checks.status(report, CheckId.AIKIDO_CREDENTIALS)).isEqualTo(CheckStatus.FAILED);
        assertThat(Checks.status(report, CheckId.AIKIDO_WORKSPACE)).isEqualTo(CheckStatus.SKIPPED);
        assertThat(report.calls().aikido()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"basics:read", "repositories:read"})
    void namesTheScopeThatTheClientLacks(String scope) {
        Simulator simulator = simulators.start(imported(Setup.shop()).client(client -> client.without(scope)));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(problem(report).code()).isEqualTo(ProblemCode.AIKIDO_SCOPE_MISSING);
        assertThat(problem(report).message()).isEqualTo("The API client lacks the scope " + scope + ".");
        assertThat(writes(simulator)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | A proxy, firewall or gateway refused a call to Aikido (HTTP 403).",
                "<html>Blocked</html> | A proxy, firewall or gateway refused a call to Aikido (HTTP 403).",
                "{\"error\":\"Your address is not allowed.\"} | The API client lacks the permission for this call "
                        + "(Your address is not allowed)."
            })
    void saysASentenceWhereARefusalNamesNoScope(String body, String message) {
        Simulator simulator = simulators.simulator();
        simulator.faults().always(Match.path("**/workspace"), Fault.answer(403, "application/json", body));
        ConnectReport report = runs.check(request(simulator).build());
        assertThat(problem(report).message()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Blocked</html>", "{\"error\":\"Your address is not allowed\"}"})
    void namesNoScopeInAReasonWhereARefusalNamesNone(String body) {
        Simulator simulator = simulators.start(Setup.imported(Setup.shop()));
        simulator.faults().always(Match.path("**/activate"), Fault.answer(403, "application/json", body));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.repositories())
                .filteredOn(repository -> repository.result() == Result.FAILED)
                .isNotEmpty()
                .allSatisfy(repository -> assertThat(repository.reason())
                        .startsWith("Aikido did not make the change: ")
                        .doesNotContain("scope"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"**/workspace", "**/configurationErrors", "**/repositories/code"})
    void changesNothingWhenSomethingCannotBeRead(String path) {
        Simulator simulator = simulators.simulator();
        simulator.faults().always(Match.path(path), Fault.answer(503).withHeaders(Map.of("Retry-After", "0")));
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_UNAVAILABLE);
        assertThat(Checks.status(report, CheckId.AIKIDO_CREDENTIALS)).isEqualTo(CheckStatus.UNKNOWN);
        assertThat(writes(simulator)).isEmpty();
        assertThat(report.repositories())
                .hasSize(6)
                .allSatisfy(repository -> assertThat(repository.reason())
                        .isEqualTo("Nothing was planned: a check could not be completed."));
    }

    @Test
    void neitherActivatesNorPrunesByHalfAList() {
        Simulator simulator = simulators.start(Setup.large(250, true));
        simulator.faults().always(Match.path("**/repositories/code").withQuery("page=1&"), Fault.answer(400));
        ConnectReport report =
                runs.connect(request(simulator).prune(true).pruneLimit(100).build());
        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_UNAVAILABLE);
        assertThat(writes(simulator)).isEmpty();
        assertThat(simulator.workspace().monitored()).hasSize(250);
    }

    @Test
    void goesOnAfterAnOutageOfAMoment(Simulator simulator) {
        for (String path : new String[] {"**/workspace", "**/configurationErrors", "**/repositories/code"}) {
            simulator.faults().once(Match.path(path), Fault.answer(502).withHeaders(Map.of("Retry-After", "0")));
        }
        ConnectReport report = runs.connect(request(simulator).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.calls().aikido()).isEqualTo(simulator.calls().aikido());
        assertThat(runs.progress).extracting(Progress::message).anyMatch(text -> text.contains("answered with 502"));
    }

    @Test
    void tellsThatNobodyIsThere(Simulator simulator) {
        Simulator gone = simulators.start(Setup.shop());
        String url = gone.aikidoUrl().toString();
        gone.close();
        ConnectReport report = runs.check(request(simulator).aikidoUrl(url).build());
        assertThat(problem(report).code()).isEqualTo(ProblemCode.NETWORK);
        assertThat(Checks.status(report, CheckId.PROJECT)).isEqualTo(CheckStatus.PASSED);
    }

    @Test
    void tellsAnAnswerThatTakesTooLong(Simulator simulator) {
        simulator.faults().always(Match.path("**/oauth/token"), Fault.hang());
        ConnectReport report =
                runs.check(request(simulator).timeout(Duration.ofSeconds(2)).build());
        assertThat(codes(report)).contains(ProblemCode.NETWORK);
    }

    @Test
    void checksWithoutAClient(Simulator simulator) {
        ConnectReport report =
                runs.check(request(simulator).aikidoClient(null, null).build());
        assertThat(codes(report)).containsExactly(ProblemCode.CONFIGURATION);
        assertThat(Checks.status(report, CheckId.AIKIDO_CREDENTIALS)).isEqualTo(CheckStatus.FAILED);
        assertThat(Checks.status(report, CheckId.PROJECT)).isEqualTo(CheckStatus.PASSED);
        assertThat(simulator.calls().aikido()).isZero();
    }
}
