package io.github.aikidoconnect.settings;

import static io.github.aikidoconnect.testing.Wanted.all;
import static io.github.aikidoconnect.testing.Wanted.listed;
import static io.github.aikidoconnect.testing.Wanted.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.RepositorySettings;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.SettingReport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Team;
import io.github.aikidoconnect.simulator.scenario.Workspace;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Wanted;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change of a setting whose answer is lost, wrong or refused. */
class SettingsFaultsTest {

    private static final RepositorySettings EVERYTHING = all(settings -> settings.sensitivity(listed().sensitivity())
            .connectivity(listed().connectivity())
            .labels(List.of("azure:{project}"))
            .team("Payments")
            .excludePaths(List.of("generated/")));

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.large(3, true)
            .client(client -> client.with("teams:read", "teams:write"))
            .workspace(workspace -> workspace.withTeams(List.of(Team.of(3, "Payments")))));

    private final Runs runs = Runs.withoutPauses();

    private record Lost(String path, Fault fault) {}

    static Stream<Lost> lostAnswers() {
        return Stream.of("/sensitivity", "/connectivity", "/labels", "/linkResource", "/exclude-path")
                .flatMap(path -> Stream.of(
                                Fault.lostAnswer(),
                                Fault.reset(),
                                Fault.truncate(),
                                Fault.answer(503),
                                Fault.answer(200, "application/json", "{}"),
                                Fault.answer(200, "application/json", "[]"),
                                Fault.answer(200, "text/html", "<h1>Welcome</h1>"))
                        .map(fault -> new Lost(path, fault)));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void isSettledByReadingBackAndMadeOnce(Lost lost) {
        Simulator simulator = simulators.simulator();
        simulator.faults().once(Match.path("**" + lost.path()), lost.fault());

        ConnectReport report = runs.connect(request(simulator, EVERYTHING));

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().repositories()).allSatisfy(repository -> {
            assertThat(repository.sensitivity()).isEqualTo("sensitive");
            assertThat(repository.connectivity()).isEqualTo("not_connected");
            assertThat(repository.labels())
                    .extracting(CodeRepository.Label::name)
                    .containsExactly("azure:Shop Front");
            assertThat(simulator.workspace().settings().excludedPaths(repository.id()))
                    .containsExactly("generated/");
        });
        assertThat(simulator.workspace().settings().teams().get(0).repositories())
                .containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(report.repositories())
                .flatMap(repository -> repository.settings())
                .hasSize(15)
                .allMatch(setting -> setting.result() == Result.DONE);
    }

    @Test
    void reportsARefusalAndDoesTheRest(Simulator simulator) {
        simulator
                .faults()
                .once(Match.path("**/labels"), Fault.answer(400, "application/json", "{\"error\":\"No such label\"}"));

        ConnectReport report = runs.connect(request(simulator, listed()));

        assertThat(report.problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("Aikido did not change \"r", "HTTP 400: No such label");
        assertThat(report.repositories())
                .flatMap(repository -> repository.settings())
                .filteredOn(setting -> setting.result() == Result.DONE)
                .hasSize(8);
        assertThat(report.repositories())
                .filteredOn(repository -> repository.result() == Result.FAILED)
                .singleElement()
                .satisfies(repository -> assertThat(repository.reason())
                        .contains("Not changed: label \"azure:Shop Front\". Aikido did not make the change: HTTP 400"));
    }

    @Test
    void sendsNothingMoreOnceTheScopeIsMissing() {
        Simulator simulator =
                simulators.start(Setup.large(30, true).client(client -> client.without("repositories:write")));

        ConnectReport report = runs.connect(request(simulator, listed()));

        assertThat(report.problems())
                .extracting(Problem::message)
                .containsExactly("The API client lacks the scope repositories:write.");
        assertThat(Setup.writes(simulator)).hasSizeLessThan(30);
        assertThat(report.summary().failed()).isEqualTo(30);
    }

    @Test
    void failsAnAcknowledgedChangeThatTheListDoesNotShow() {
        Simulator simulator = simulators.start(
                Setup.large(2, true).workspace(workspace -> workspace.withSettings(Workspace.Settings.INEFFECTIVE)));

        ConnectReport report = runs.connect(request(simulator, listed()));

        assertThat(report.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "Aikido acknowledged a change of \"r1\", \"r2\", but its list does not show the change.");
        assertThat(report.repositories()).allMatch(repository -> repository.result() == Result.FAILED);
    }

    @Test
    void addsNoPathWhereThePageCannotBeRead(Simulator simulator) {
        simulator
                .faults()
                .always(Match.of("GET", "**/repositories/code/2"), Fault.answer(200, "application/json", "{}"));

        ConnectReport report = runs.connect(request(simulator, EVERYTHING));

        assertThat(report.problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("The excluded paths of \"r2\" could not be read", "no path was added");
        assertThat(simulator.workspace().settings().excludedPaths(2)).isEmpty();
        assertThat(simulator.workspace().settings().excludedPaths(3)).containsExactly("generated/");
    }

    @Test
    void takesAnAnswerWithAnotherValueForARefusal(Simulator simulator) {
        simulator
                .faults()
                .once(
                        Match.path("**/repositories/code/1/sensitivity"),
                        Fault.answer(200, "application/json", "{\"success\":true,\"sensitivity\":\"normal\"}"));

        ConnectReport report = runs.connect(request(simulator, listed()));

        assertThat(Wanted.of(report, "r1").settings())
                .contains(new SettingReport("sensitivity", "no_data", "sensitive", Result.FAILED));
    }

    @Test
    void endsInAnOutageWithoutUsingUpTheBudget() {
        Simulator simulator = simulators.start(Setup.large(100, true));
        simulator.faults().always(Match.path("**/labels"), Fault.answer(503));

        ConnectReport report =
                runs.connect(request(simulator, all(settings -> settings.labels(List.of("azure:{project}")))));

        assertThat(report.problems()).extracting(Problem::code).containsExactly(ProblemCode.AIKIDO_UNAVAILABLE);
        assertThat(Setup.writes(simulator)).hasSizeLessThan(30);
    }

    @Test
    void saysThatDevelopmentDependenciesWereNotSet() {
        Simulator simulator = simulators.start(Setup.imported(Setup.shop(), "shop-web"));
        simulator.faults().always(Match.path("**/devdep-scan"), Fault.answer(400));

        ConnectReport report = runs.connect(request(simulator, all(settings -> settings.devDependencies(false))));

        assertThat(report.problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.startsWith("devDependencies of \"")
                        && message.endsWith(
                                "was not set. Aikido does not report this value, so that no later run sets it."));
        assertThat(simulator.workspace().monitored()).hasSize(4);
    }
}
