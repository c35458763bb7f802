package io.github.aikidoconnect.organization;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Companies.client;
import static io.github.aikidoconnect.testing.Companies.common;
import static io.github.aikidoconnect.testing.Companies.names;
import static io.github.aikidoconnect.testing.Companies.part;
import static io.github.aikidoconnect.testing.Companies.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProjectSettings;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Project;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Companies;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which projects of an organization are meant, and what is asked for each. */
class OrganizationRequestTest {

    private final Runs runs = Runs.withoutPauses();

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Companies.of(4, 3));

    @Test
    void reportsAProjectThatIsNamedAndNotThere(Simulator simulator) {
        ConnectReport report = runs.connect(request(simulator, 2)
                .project("Teem 3", client(3))
                .project("ops-*", ProjectSettings.NONE)
                .build());

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(names(report)).containsExactly("Team 1", "Team 2", "Teem 3");
        assertThat(report.problems())
                .extracting(Problem::code, Problem::message)
                .containsExactlyInAnyOrder(
                        tuple(
                                ProblemCode.AZURE_PROJECT_NOT_FOUND,
                                "No project that the token can see matches \"ops-*\"."),
                        tuple(
                                ProblemCode.AZURE_PROJECT_NOT_FOUND,
                                "Project \"Teem 3\": The organization \"contoso\" has no project \"Teem 3\", or the"
                                        + " token's owner may not see it."));
    }

    @Test
    void asksForTheProjectsOnceHoweverManyAreNotThere(Simulator simulator) {
        OrganizationRequest.Builder request =
                OrganizationRequest.builder(common(simulator).build());
        for (int i = 1; i <= 3; i++) {
            request.project("Teem " + i, client(i));
        }
        ConnectReport report =
                runs.connect(request.project("Teem *", ProjectSettings.NONE).build());

        assertThat(report.problems())
                .hasSize(4)
                .anyMatch(problem -> problem.message().contains("matches \"Teem *\""))
                .anyMatch(problem -> problem.fix().contains("The token sees \"Team 1\""));
        assertThat(simulator.exchanges())
                .filteredOn(exchange -> exchange.path().equals("/azure/contoso/_apis/projects"))
                .hasSize(1);
    }

    @Test
    void saysThatTheTokenSeesNoProject() {
        Simulator simulator = simulators.start(Companies.of(2, 1).organization(o -> o.withProjects(List.of())));

        ConnectReport report = runs.connect(request(simulator, 2).build());

        assertThat(Checks.problem(report).message()).isEqualTo("The token cannot see any project of the organization.");
    }

    @Test
    void addsUpWhatSeveralGlobsAndNamesSayOfAProject(Simulator simulator) {
        List<String> seen = new ArrayList<>();
        ConnectReport report = runs.connect(OrganizationRequest.builder(
                        common(simulator).excludes(List.of("*-1")).build())
                .project("team *", (settings, project) -> {
                    seen.add(project.name());
                    int number = Integer.parseInt(project.name().replace("Team ", ""));
                    client(number).addTo(settings, project);
                })
                .project("TEAM 2", (settings, project) -> settings.excludes(List.of("*-2")))
                .build());

        assertThat(report.isSuccess()).isTrue();
        assertThat(seen).containsExactly("Team 1", "Team 2", "Team 3", "Team 4");
        assertThat(simulator.workspaces().get(0).monitored()).containsExactly("team-1-2", "team-1-3");
        assertThat(simulator.workspaces().get(1).monitored()).containsExactly("team-2-1", "team-2-3");
    }

    @Test
    void asksForWhatIsTheDefaultBeforeWhatIsSaidOfAProject(Simulator simulator) {
        Problem problem = new Problem(ProblemCode.CONFIGURATION, "There is none.", "Name one.");

        ConnectReport report =
                runs.connect(OrganizationRequest.builder(common(simulator).build())
                        .defaults((settings, project) ->
                                settings.excludes(List.of("*-1")).problem(Setting.AIKIDO_CLIENT, problem))
                        .project("Team 1", (settings, project) -> {
                            client(1).addTo(settings, project);
                            settings.problem(Setting.AIKIDO_CLIENT, null);
                        })
                        .project("Team 2", client(2))
                        .build());

        assertThat(part(report, "Team 1").problems()).isEmpty();
        assertThat(part(report, "Team 2").problems()).containsExactly(problem);
        assertThat(simulator.workspaces().get(0).monitored()).containsExactly("team-1-2", "team-1-3");
    }

    @Test
    void takesAProjectById(Simulator simulator) {
        String id = simulator
                .scenario()
                .azure()
                .organizations()
                .get(0)
                .projects()
                .get(1)
                .id();

        ConnectReport report =
                runs.connect(OrganizationRequest.builder(common(simulator).build())
                        .project(id, client(2))
                        .build());

        assertThat(names(report)).containsExactly("Team 2");
        assertThat(report.isSuccess()).isTrue();
    }

    @Test
    void doesOnlyTheProjectThatIsAskedFor(Simulator simulator) {
        ConnectReport report = runs.connect(
                request(common(simulator).project("Team 3").build(), 4).build());

        assertThat(names(report)).containsExactly("Team 3");
        assertThat(simulator.workspaces().get(0).monitored()).isEmpty();
        assertThat(simulator.workspaces().get(2).monitored()).hasSize(3);
    }

    @Test
    void takesAProjectWithoutRepositoriesForAProblemOnlyWhereItIsNamed() {
        Scenario empty = Companies.of(2, 1).project("Team 2", project -> project.withRepositories(List.of()));

        ConnectReport matched = runs.connect(OrganizationRequest.builder(
                        common(simulators.start(empty)).build())
                .project(
                        "*",
                        (settings, project) ->
                                client(project.name().endsWith("1") ? 1 : 2).addTo(settings, project))
                .build());
        ConnectReport named = runs.connect(request(simulators.start(empty), 2).build());

        assertThat(matched.isSuccess()).as(matched.toText()).isTrue();
        assertThat(codes(named)).containsExactly(ProblemCode.NO_REPOSITORY_SELECTED);
    }

    @Test
    void takesIncludesThatLeaveNothingForAProblemWhereverTheyStand(Simulator simulator) {
        ConnectReport report = runs.connect(OrganizationRequest.builder(common(simulator)
                        .project("Team 1")
                        .includes(List.of("typo-*"))
                        .build())
                .project("*", client(1))
                .build());

        assertThat(codes(report)).containsExactly(ProblemCode.NO_REPOSITORY_SELECTED);
    }

    @Test
    void findsDriftInAProjectThatHasNothingLeft() {
        Simulator simulator = simulators.start(Companies.of(1, 2));
        runs.connect(request(simulator, 1).build());
        Simulator emptied = simulators.start(Companies.of(1, 2)
                .workspace(workspace ->
                        workspace.withRepositories(simulator.workspace().repositories()))
                .project("Team 1", project -> project.withRepositories(List.of())));

        ConnectReport report = runs.status(
                OrganizationRequest.builder(common(emptied).failOnDrift(true).build())
                        .project("*", client(1))
                        .build());

        assertThat(codes(report)).containsExactly(ProblemCode.PARTIAL);
    }

    @Test
    void namesTheSettingsOfTheProjectInItsProblems(Simulator simulator) {
        ConnectReport report =
                runs.connect(OrganizationRequest.builder(common(simulator).build())
                        .project(
                                "Team 1",
                                (settings, project) ->
                                        settings.names(setting -> "the line of " + project.name() + " for " + setting))
                        .build());

        assertThat(Checks.problem(report).toString())
                .isEqualTo("[CONFIGURATION] The id or the secret of Aikido's API client was not specified."
                        + " Set the line of Team 1 for AIKIDO_CLIENT.");
    }

    @Test
    void changesNothingInADryRunWhateverTheSettingsOfAProjectSay(Simulator simulator) {
        runs.connect(request(common(simulator).dryRun(true).build(), 2)
                .project("Team 2", (settings, project) -> settings.dryRun(false))
                .build());

        assertThat(Setup.writes(simulator)).isEmpty();
    }

    @Test
    void refusesWhatCannotBeBeforeItCallsAnything(Simulator simulator) {
        ConnectRequest common = common(simulator).build();

        assertThat(Checks.problem(
                                runs.connect(OrganizationRequest.builder(common).build()))
                        .toString())
                .isEqualTo("[CONFIGURATION] No project was specified. Set OrganizationRequest.project.");
        assertThat(Checks.problem(runs.connect(OrganizationRequest.builder(common)
                                .project("team-[", ProjectSettings.NONE)
                                .build()))
                        .message())
                .isEqualTo("\"team-[\" is not a valid glob: the class that begins with [ has no end.");
        assertThat(Checks.problem(runs.coverage(
                                request(common, 1).minCoverage(101).build()))
                        .message())
                .isEqualTo("\"101.0\" is not a percentage.");
        assertThat(simulator.exchanges()).isEmpty();
    }

    @Test
    void saysThatTheProjectThatIsAskedForIsNotNamedOrNotThere(Simulator simulator) {
        ConnectReport notNamed = runs.connect(
                request(common(simulator).project("Team 4").build(), 2).build());
        ConnectReport notThere = runs.connect(
                request(common(simulator).project("Team 9").build(), 2).build());

        assertThat(Checks.problem(notNamed).toString())
                .isEqualTo("[AZURE_PROJECT_NOT_FOUND] The project \"Team 4\" is not one of the configured projects."
                        + " Correct ConnectRequest.project, or add it to OrganizationRequest.project.");
        assertThat(Checks.problem(notThere).toString())
                .contains(
                        "has no project \"Team 9\"", "The token sees \"Team 1\", \"Team 2\", \"Team 3\", \"Team 4\".");
        assertThat(notThere.projects()).isEmpty();
        assertThat(runs.progress).extracting(Progress::message).containsOnly("Reading the projects of Azure DevOps");
    }

    @Test
    void connectsAProjectWhoseNameIsNoNameForUs() {
        Simulator simulator = simulators.start(Companies.of(1, 1)
                .organization(o -> o.withProjects(o.projects().stream()
                        .map(project -> project.withName("_odd: name"))
                        .toList())));

        ConnectReport report =
                runs.status(OrganizationRequest.builder(common(simulator).build())
                        .project("*", client(1))
                        .build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(names(report)).containsExactly("_odd: name");
    }

    @Test
    void readsAllPagesOfTheProjects() {
        Simulator simulator = simulators.start(Companies.of(7, 1).azure(azure -> azure.withPageSize(3)));

        assertThat(runs.status(request(simulator, 7).build()).projects()).hasSize(7);
    }

    @Test
    void losesNoProjectThatIsBeingDeleted() {
        Simulator simulator =
                simulators.start(Companies.of(2, 1).project("Team 2", (Project p) -> p.withState("deleting")));

        ConnectReport report = runs.status(request(simulator, 2).build());

        assertThat(names(report)).containsExactly("Team 1", "Team 2");
    }
}
