package io.github.aikidoconnect.settings;

import static io.github.aikidoconnect.testing.Wanted.all;
import static io.github.aikidoconnect.testing.Wanted.listed;
import static io.github.aikidoconnect.testing.Wanted.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.RepositorySettings;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.SettingReport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Team;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Wanted;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Repositories are linked to teams by their names. */
class TeamsTest {

    private static final String LINK = "/linkResource";

    private static final RepositorySettings PAYMENTS = all(settings -> settings.team("Payments"));

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(with(Team.of(3, "Payments", 1L)));

    private final Runs runs = Runs.withoutPauses();

    /** A shop in which Aikido monitors the repositories 1 and 2, and has imported two others. */
    private static Scenario with(Team... teams) {
        return Setup.imported(Setup.shop(), "shop-web", "shop-api")
                .client(client -> client.with("teams:read", "teams:write"))
                .workspace(workspace -> workspace.withTeams(List.of(teams)));
    }

    private static List<Long> linked(Simulator simulator, String team) {
        return simulator.workspace().settings().teams().stream()
                .filter(each -> each.name().equals(team))
                .findFirst()
                .orElseThrow()
                .repositories();
    }

    @Test
    void linksWhatIsNotLinkedYetAndNothingTwice(Simulator simulator) {
        ConnectReport first = runs.connect(request(simulator, PAYMENTS));
        int links = Setup.calls(simulator, "POST", LINK).size();
        ConnectReport second = runs.connect(request(simulator, PAYMENTS));

        assertThat(first.isSuccess()).as(first.toText()).isTrue();
        assertThat(links).isEqualTo(3);
        assertThat(linked(simulator, "Payments")).hasSize(4).contains(1L, 2L);
        assertThat(Wanted.of(first, "shop-web").settings()).isEmpty();
        assertThat(Wanted.of(first, "shop-api").settings())
                .containsExactly(new SettingReport("team", null, "Payments", Result.DONE));
        assertThat(Setup.calls(simulator, "POST", LINK)).hasSize(links);
        assertThat(second.repositories())
                .allMatch(repository -> repository.settings().isEmpty());
        // A page with the team and the empty one after it, in each run.
        assertThat(Setup.calls(simulator, "GET", "/teams")).hasSize(4);
    }

    @Test
    void linksAfterTheActivation(Simulator simulator) {
        runs.connect(request(simulator, PAYMENTS));

        List<String> writes = Setup.writes(simulator);
        assertThat(writes.subList(0, 2)).allMatch(call -> call.contains("/activate"));
    }

    @Test
    void readsAllPagesOfTeams() {
        Team[] teams = LongStream.rangeClosed(1, 250)
                .mapToObj(id -> Team.of(id, "Team " + id))
                .toArray(Team[]::new);
        Simulator simulator = simulators.start(with(teams));

        ConnectReport report = runs.connect(request(simulator, all(settings -> settings.team("Team 249"))));

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(linked(simulator, "Team 249")).hasSize(4);
    }

    @Test
    void reportsATeamThatDoesNotExistAndDoesTheRest(Simulator simulator) {
        ConnectReport report = runs.connect(request(simulator, listed(), all(settings -> settings.team("Paymints"))));

        assertThat(report.problems())
                .containsExactly(new Problem(
                        ProblemCode.PARTIAL,
                        "The team \"Paymints\" was not found in Aikido.",
                        "Create it in Aikido, correct ConnectRequest.afterConnecting, or set createTeams to true."));
        assertThat(Wanted.of(simulator, "shop-web").sensitivity()).isEqualTo("sensitive");
        assertThat(simulator.workspace().settings().teams()).hasSize(1);
    }

    @Test
    void createsATeamOnlyWhereThatIsRequested(Simulator simulator) {
        ConnectRequest request = request(simulator, all(settings -> settings.team("{project} owners"))).toBuilder()
                .afterConnecting(after -> after.withCreateTeams(true))
                .build();

        ConnectReport plan = runs.plan(request);
        assertThat(simulator.workspace().settings().teams()).hasSize(1);
        ConnectReport report = runs.connect(request);

        assertThat(Wanted.of(plan, "shop-web").settings())
                .containsExactly(new SettingReport("team", null, "Shop Front owners", Result.PLANNED));
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Setup.calls(simulator, "POST", "/teams")).hasSize(1);
        assertThat(linked(simulator, "Shop Front owners")).hasSize(4);
    }

    @Test
    void createsATeamOnceEvenWhereTheAnswerIsLost(Simulator simulator) {
        simulator.faults().once(Match.of("POST", "**/teams"), Fault.lostAnswer());

        ConnectReport report = runs.connect(request(simulator, all(settings -> settings.team("New"))).toBuilder()
                .afterConnecting(after -> after.withCreateTeams(true))
                .build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().settings().teams()).hasSize(2);
        assertThat(linked(simulator, "New")).hasSize(4);
    }

    @Test
    void doesNotEditATeamThatAikidoImported() {
        Simulator simulator = simulators.start(with(Team.imported(4, "Shop Team", 1L, 2L)));

        ConnectReport report = runs.connect(request(simulator, all(settings -> settings.team("Shop Team"))));

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Setup.calls(simulator, "POST", LINK)).isEmpty();
        assertThat(report.checks())
                .filteredOn(check -> check.id() == CheckId.AIKIDO_WORKSPACE)
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.status()).isEqualTo(CheckStatus.WARNING);
                    assertThat(check.message())
                            .contains("Aikido imported the team \"Shop Team\"", "only Aikido's own team sync");
                });
    }

    @Test
    void saysNothingAboutAnImportedTeamThatIsLinkedAlready() {
        Simulator simulator = simulators.start(
                Setup.imported(Setup.shop(), "shop-web", "shop-api", "shop-assets", "Zahlungs Übersicht")
                        .client(client -> client.with("teams:read", "teams:write"))
                        .workspace(workspace ->
                                workspace.withTeams(List.of(Team.imported(4, "Shop Team", 1L, 2L, 3L, 4L, 5L, 6L)))));

        ConnectReport report = runs.connect(request(simulator, all(settings -> settings.team("Shop Team"))));

        assertThat(report.checks()).allMatch(check -> check.status() != CheckStatus.WARNING);
    }

    @Test
    void prefersATeamOfAikidoToAnImportedOneOfTheSameName() {
        Simulator simulator = simulators.start(with(Team.imported(4, "Payments"), Team.of(5, "Payments")));

        ConnectReport report = runs.connect(request(simulator, PAYMENTS));

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Setup.calls(simulator, "POST", "/teams/5" + LINK)).hasSize(4);
    }

    @Test
    void linksNothingWhereSeveralTeamsHaveTheName() {
        Simulator simulator = simulators.start(with(Team.of(4, "Payments"), Team.of(5, "Payments")));

        ConnectReport report = runs.connect(request(simulator, PAYMENTS));

        assertThat(report.problems())
                .extracting(Problem::message)
                .containsExactly("Aikido has several teams with the name \"Payments\", so that none was linked.");
        assertThat(Setup.calls(simulator, "POST", LINK)).isEmpty();
    }

    @Test
    void namesTheScopeThatOnlyTeamsNeedAndDoesTheRest() {
        Simulator simulator = simulators.start(Setup.large(12, true)
                .client(client -> client.with("teams:read"))
                .workspace(workspace -> workspace.withTeams(List.of(Team.of(3, "Payments")))));

        ConnectReport report = runs.connect(request(simulator, listed(), PAYMENTS));

        assertThat(report.problems())
                .extracting(Problem::message)
                .containsExactly("The API client lacks the scope teams:write.");
        assertThat(Wanted.of(simulator, "r12").sensitivity()).isEqualTo("sensitive");
        assertThat(Setup.calls(simulator, "POST", LINK))
                .as("each of the four threads sends at most one before it sees a refusal")
                .hasSizeLessThanOrEqualTo(4);
        assertThat(Wanted.of(report, "r12").result()).isEqualTo(Result.FAILED);
    }

    @Test
    void asksForNoTeamScopeWhereNoTeamIsNamed() {
        Simulator simulator = simulators.start(Setup.imported(Setup.shop(), "shop-web"));

        assertThat(runs.check(request(simulator, listed())).isSuccess()).isTrue();
        assertThat(runs.connect(request(simulator, listed())).isSuccess()).isTrue();
        assertThat(runs.check(request(simulator, PAYMENTS)).problems())
                .extracting(Problem::message)
                .containsExactly(
                        "The API client lacks the scope teams:read.", "The API client lacks the scope teams:write.");
    }
}
