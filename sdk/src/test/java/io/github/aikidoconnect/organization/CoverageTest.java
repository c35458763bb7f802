package io.github.aikidoconnect.organization;

import static io.github.aikidoconnect.organization.Covered.company;
import static io.github.aikidoconnect.organization.Covered.monitored;
import static io.github.aikidoconnect.testing.Checks.repository;
import static io.github.aikidoconnect.testing.Companies.client;
import static io.github.aikidoconnect.testing.Companies.common;
import static io.github.aikidoconnect.testing.Companies.part;
import static io.github.aikidoconnect.testing.Companies.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectState;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Companies;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is nobody watching? */
class CoverageTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(company());

    private final Runs runs = Runs.withoutPauses();

    @Test
    void tellsConnectedPartlyConnectedAndUnconnectedProjectsApart(Simulator simulator) {
        ConnectReport report = runs.coverage(request(simulator, 3).build());

        assertThat(report.projects())
                .extracting(ProjectReport::projectName, ProjectReport::state)
                .containsExactly(
                        tuple("Team 1", ProjectState.CONNECTED),
                        tuple("Team 2", ProjectState.PARTIAL),
                        tuple("Team 3", ProjectState.UNCONNECTED),
                        tuple("Team 4", ProjectState.UNCONNECTED));
        assertThat(report.coverage()).isEqualTo(new Coverage(4, 1, 12, 4, 33.3));
        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(Setup.writes(simulator)).isEmpty();
    }

    @Test
    void answersWhatNobodyIsWatching(Simulator simulator) {
        ConnectReport report = runs.coverage(request(simulator, 3).build());

        assertThat(report.toText()).isEqualTo("""
                Projects (4)
                  unconnected  Team 3  0 of 3 repositories
                  unconnected  Team 4  0 of 3 repositories, no workspace
                  partial      Team 2  1 of 3 repositories
                  connected    Team 1  3 of 3 repositories
                Not monitored in partly connected projects (2)
                  Team 2  team-2-1  Aikido lists it but does not monitor it.
                  Team 2  team-2-3  Aikido lists it but does not monitor it.
                Coverage: success. 4 of 12 repositories monitored, 33.3 %; 1 of 4 projects connected \
                (18 calls to Azure DevOps, 12 to Aikido)""");
    }

    @Test
    void showsOnThePageWhatNobodyIsWatchingFirst(Simulator simulator) {
        Document page = Jsoup.parse(runs.coverage(request(simulator, 3).build()).toHtml());

        assertThat(page.select("#projects ~ table tbody tr").eachText())
                .containsExactly(
                        "Team 3 ✕ unconnected Team 3 3 0 3 0",
                        "Team 4 ✕ unconnected – 3 0 3 0",
                        "Team 2 ! partial Team 2 3 1 2 0",
                        "Team 1 ✓ connected Team 1 3 3 0 0");
        assertThat(page.select("#rows tbody tr").eachAttr("data-result"))
                .startsWith("not monitored")
                .endsWith("monitored")
                .hasSize(12);
        assertThat(page.select("ul.parts li").eachText())
                .containsExactly("4 monitored", "8 not monitored", "0 not counted: empty, disabled or gone");
    }

    @Test
    void listsTheRepositoriesOfAProjectForWhichNoWorkspaceIsNamed(Simulator simulator) {
        ConnectReport report = runs.coverage(request(simulator, 3).build());

        assertThat(part(report, "Team 4").repositories())
                .extracting(RepositoryReport::name, RepositoryReport::action, RepositoryReport::reason)
                .containsExactly(
                        tuple("team-4-1", Action.SKIP, "No workspace is configured for the project."),
                        tuple("team-4-2", Action.SKIP, "No workspace is configured for the project."),
                        tuple("team-4-3", Action.SKIP, "No workspace is configured for the project."));
        assertThat(part(report, "Team 4").problems()).isEmpty();
        assertThat(part(report, "Team 4").calls().aikido()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"33.3, true", "33.33, true", "33.34, false", "95, false", "0, true", "100, false"})
    void failsBelowTheShareThatIsAskedFor(double least, boolean reached, Simulator simulator) {
        ConnectReport report =
                runs.coverage(request(simulator, 4).minCoverage(least).build());

        assertThat(report.isSuccess()).isEqualTo(reached);
        if (!reached) {
            assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
            assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.COVERAGE);
            assertThat(Checks.problem(report).message())
                    .startsWith("Aikido monitors 4 of 12 repositories, 33.3 %, less than the ");
        }
    }

    @Test
    void countsWhatAnExcludeLeavesOutAndNeitherEmptyNorDisabledRepositories() {
        Scenario odd = company()
                .project(
                        "Team 1",
                        project -> project.withRepositories(List.of(
                                GitRepository.of("team-1-1"),
                                GitRepository.of("team-1-2").withDisabled(true),
                                GitRepository.empty("team-1-3"),
                                GitRepository.of("team-1-archive"))));
        Simulator simulator = simulators.start(monitored(odd, Set.of("team-1-1")));

        ConnectReport report = runs.coverage(OrganizationRequest.builder(common(simulator)
                        .project("Team 1")
                        .excludes(List.of("*-archive"))
                        .build())
                .project("*", client(1))
                .build());

        assertThat(report.coverage()).isEqualTo(new Coverage(1, 0, 2, 1, 50));
        assertThat(part(report, "Team 1").state()).isEqualTo(ProjectState.PARTIAL);
        assertThat(repository(report, "team-1-archive").reason()).isEqualTo("An exclude matches it.");
    }

    @Test
    void aProjectWithoutRepositoriesIsNeitherConnectedNorUnconnected() {
        Scenario odd = company()
                .project("Team 1", project -> project.withRepositories(List.of(GitRepository.empty("team-1-1"))))
                .project("Team 4", project -> project.withRepositories(List.of()));
        Simulator simulator = simulators.start(monitored(odd, Set.of("team-2-2")));

        ConnectReport report = runs.coverage(request(simulator, 3).build());

        assertThat(report.projects())
                .extracting(ProjectReport::projectName, ProjectReport::state)
                .as("one with a workspace, one without")
                .contains(tuple("Team 1", ProjectState.EMPTY), tuple("Team 4", ProjectState.EMPTY));
        assertThat(report.coverage()).isEqualTo(new Coverage(4, 0, 6, 1, 16.6));
        assertThat(report.toText())
                .contains("  empty        Team 1  no repository that counts")
                .contains("16.6 %; 0 of 2 projects connected, 2 without repositories (");
        assertThat(Jsoup.parse(report.toHtml()).select(".lead").text())
                .endsWith("Connected: 0 of 2 projects. Without repositories: 2.");
    }

    @Test
    void tellsWhatIsStale() {
        Scenario gone = monitored(company(), Set.of("team-1-1", "team-1-2", "team-1-3"))
                .project(
                        "Team 1",
                        project ->
                                project.withRepositories(project.repositories().subList(0, 2)));
        Simulator simulator = simulators.start(gone);

        ConnectReport report = runs.coverage(
                request(common(simulator).project("Team 1").build(), 1).build());

        assertThat(report.toText()).contains("  connected  Team 1  2 of 2 repositories, 1 stale\n");
        assertThat(report.coverage()).isEqualTo(new Coverage(1, 1, 2, 2, 100));
    }

    @Test
    void isComparedExactly() {
        assertThat(new Coverage(1, 0, 250, 161, 64.4).reaches(64.4)).isTrue();
        assertThat(new Coverage(1, 0, 10_000, 9_999, 99.9).reaches(100)).isFalse();
    }

    @Test
    void showsAProjectWithStaleRepositoriesAmongMany() {
        Set<String> all = new HashSet<>();
        for (int project = 1; project <= 50; project++) {
            all.add("team-" + project + "-1");
            all.add("team-" + project + "-2");
        }
        Simulator simulator = simulators.start(monitored(Companies.of(50, 2), all)
                .project(
                        "Team 50",
                        project ->
                                project.withRepositories(project.repositories().subList(0, 1))));

        assertThat(runs.coverage(request(simulator, 50).build()).toText()).startsWith("""
                Projects (50)
                  connected  Team 50  1 of 1 repository, 1 stale
                  and 49 more, all listed in the report: 49 connected
                """);
    }

    @Test
    void showsTheWorstProjectsOfManyAndCountsTheOthers() {
        Set<String> monitored = new HashSet<>();
        for (int project = 1; project <= 57; project++) {
            monitored.add("team-" + project + "-1");
        }
        Simulator simulator = simulators.start(monitored(Companies.of(60, 1), monitored));

        ConnectReport report = runs.coverage(request(simulator, 59).build());

        assertThat(report.toText()).startsWith("""
                Projects (60)
                  unconnected  Team 58  0 of 1 repository
                  unconnected  Team 59  0 of 1 repository
                  unconnected  Team 60  0 of 1 repository, no workspace
                  and 57 more, all listed in the report: 57 connected
                Coverage: success. 57 of 60 repositories monitored, 95 %; 57 of 60 projects connected""");
    }
}
