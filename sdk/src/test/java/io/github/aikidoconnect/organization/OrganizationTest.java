package io.github.aikidoconnect.organization;

import static io.github.aikidoconnect.testing.Companies.client;
import static io.github.aikidoconnect.testing.Companies.common;
import static io.github.aikidoconnect.testing.Companies.names;
import static io.github.aikidoconnect.testing.Companies.part;
import static io.github.aikidoconnect.testing.Companies.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.aikido.WorkspaceState;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.AzureLimit;
import io.github.aikidoconnect.simulator.scenario.Company;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Companies;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many projects of an organization in one run. */
class OrganizationTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Companies.of(4, 3));

    private final Runs runs = Runs.withoutPauses();

    @Test
    void connectsEachProjectWithItsOwnWorkspace(Simulator simulator) {
        ConnectReport report = runs.connect(request(simulator, 4).build());

        assertThat(report.outcome()).as(report.toText()).isEqualTo(Outcome.SUCCESS);
        assertThat(report.severalProjects()).isTrue();
        assertThat(names(report)).containsExactly("Team 1", "Team 2", "Team 3", "Team 4");
        assertThat(report.summary()).isEqualTo(new ProjectReport.Summary(12, 12, 0, 12, 0, 0, 0));
        assertThat(simulator.workspaces())
                .extracting(WorkspaceState::monitored)
                .containsExactly(
                        List.of("team-1-1", "team-1-2", "team-1-3"),
                        List.of("team-2-1", "team-2-2", "team-2-3"),
                        List.of("team-3-1", "team-3-2", "team-3-3"),
                        List.of("team-4-1", "team-4-2", "team-4-3"));
        assertThat(part(report, "Team 3").workspace())
                .isEqualTo(new ProjectReport.Workspace(5003, "Team 3", "azure_devops", "contoso"));
    }

    @Test
    void leavesASecondRunNothingToDo(Simulator simulator) {
        runs.connect(request(simulator, 4).build());
        int calls = simulator.calls().aikido();

        ConnectReport second = runs.connect(request(simulator, 4).build());

        assertThat(second.summary()).isEqualTo(new ProjectReport.Summary(12, 12, 12, 0, 0, 0, 0));
        assertThat(second.calls().aikido()).isEqualTo(4 * 4);
        assertThat(simulator.calls().aikido() - calls).isEqualTo(4 * 4);
    }

    @Test
    void asksAzureDevOpsOnceForWhatAllProjectsHaveInCommon(Simulator simulator) {
        ConnectReport report = runs.status(request(simulator, 4).build());

        assertThat(report.isSuccess()).isTrue();
        for (String once : List.of(
                "/azure/_apis/resourceAreas/79134C72-4A58-4B42-976C-04E7115F32BF",
                "/azure/contoso/_apis/connectionData",
                "/azure/contoso/_apis/projects",
                "/azure/contoso/_apis/teams",
                "/azure/contoso/_apis/userentitlementsummary",
                "/azure/contoso/_apis/profile/profiles/me",
                "/azure/contoso/_apis/graph/groups")) {
            assertThat(simulator.exchanges())
                    .filteredOn(exchange -> exchange.path().equals(once))
                    .as(once)
                    .hasSize(1);
        }
        // And for each project for itself and for its Git repositories.
        assertThat(report.calls().azure()).isEqualTo(10 + 4 * 2);
        assertThat(report.projects()).extracting(ProjectReport::calls).containsOnly(new ProjectReport.Calls(2, 3));
    }

    @Test
    void changesNothingInADryRun(Simulator simulator) {
        ConnectReport report =
                runs.connect(request(common(simulator).dryRun(true).build(), 4).build());

        assertThat(Setup.writes(simulator)).isEmpty();
        assertThat(report.dryRun()).isTrue();
        assertThat(report.summary().activated()).isEqualTo(12);
        assertThat(report.toText()).contains("Plan: success. 12 found");
    }

    @Test
    void refusesProjectsThatShareAWorkspaceUnlessToldTo(Simulator simulator) {
        OrganizationRequest.Builder shared = OrganizationRequest.builder(
                        common(simulator).build())
                .project("Team 1", client(1))
                .project("Team 2", client(1))
                .project("Team 3", client(3));

        ConnectReport report = runs.connect(shared.build());

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.AIKIDO_WORKSPACE_MISMATCH);
            assertThat(problem.message())
                    .isEqualTo("The projects \"Team 1\", \"Team 2\" use the same API client and therefore the same "
                            + "workspace.");
        });
        assertThat(simulator.workspaces().get(0).monitored()).isEmpty();
        assertThat(simulator.workspaces().get(2).monitored()).hasSize(3);

        Simulator accepting = simulators.start(Companies.of(2, 3).imports(imports -> imports.withProjects(List.of())));
        ConnectReport accepted = runs.connect(OrganizationRequest.builder(
                        common(accepting).allowSharedWorkspace(true).build())
                .project("Team *", client(1))
                .build());

        assertThat(accepted.isSuccess()).as(accepted.toText()).isTrue();
        assertThat(accepting.workspaces().get(0).monitored()).hasSize(6);
    }

    @Test
    void refusesTheSecondOfTwoProjectsWhoseClientsAreOfOneWorkspace() {
        Simulator simulator = simulators.start(Companies.of(2, 3)
                .aikido(aikido -> aikido.withWorkspaces(List.of(aikido.workspaces()
                        .get(0)
                        .withClients(List.of(
                                aikido.workspaces().get(0).clients().get(0),
                                aikido.workspaces().get(1).clients().get(0)))
                        .withImports(aikido.workspaces().get(0).imports().withProjects(List.of()))))));

        ConnectReport report = runs.connect(request(simulator, 2).build());

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AIKIDO_WORKSPACE_MISMATCH);
        assertThat(Checks.problem(report).message())
                .containsAnyOf(
                        "is also used by the project \"Team ", "already monitors repositories of \"contoso/team ");
        assertThat(simulator.workspace().monitored()).hasSize(3);
    }

    @Test
    void takesWorkspacesOfTwoRegionsForTwoThoughTheyHaveTheSameId(Simulator here) {
        Simulator elsewhere = simulators.start(Companies.of(4, 3)
                .workspace(workspace -> workspace.withId(5001))
                .imports(imports -> imports.withProjects(List.of())));

        ConnectReport report = runs.connect(request(here, 1)
                .project("Team 2", (settings, project) -> {
                    client(2).addTo(settings, project);
                    settings.aikidoUrl(elsewhere.aikidoUrl().toString());
                })
                .build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
    }

    @Test
    void judgesEachSecretOfAClientByItself(Simulator simulator) {
        ConnectReport report = runs.status(OrganizationRequest.builder(
                        common(simulator).allowSharedWorkspace(true).build())
                .project("Team 1", client(1))
                .project(
                        "Team 2",
                        (settings, project) ->
                                settings.aikidoClient(Secret.of(Company.clientId(1)), Secret.of("another-secret")))
                .build());

        assertThat(part(report, "Team 1").problems()).isEmpty();
        assertThat(part(report, "Team 2").problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.AIKIDO_CREDENTIALS_REJECTED);
    }

    @Test
    void readsASharedWorkspaceOnce() {
        Simulator simulator = simulators.start(Companies.of(30, 1));

        runs.status(OrganizationRequest.builder(
                        common(simulator).allowSharedWorkspace(true).build())
                .project("*", client(1))
                .build());

        assertThat(simulator.calls().aikido()).isEqualTo(3);
    }

    @Test
    void callsAzureDevOpsWithNoMoreThanSomeCallsAtATime() {
        Simulator simulator = simulators.start(Companies.of(60, 1));
        simulator.faults().always(Match.path("/azure/**"), Fault.delay(Duration.ofMillis(20)));

        runs.status(request(simulator, 60).build());

        // The simulator notes the end of a call a moment after its client has the answer and sends the next one.
        // Without
        // turns there would be two calls for each of 32 projects.
        assertThat(mostAtATime(simulator)).isBetween(2, 24);
    }

    /** How many calls to Azure DevOps were open at the same time. */
    private static int mostAtATime(Simulator simulator) {
        List<Exchange> calls =
                simulator.exchanges().stream().filter(Exchange::azure).toList();
        return (int) calls.stream()
                .mapToLong(call -> calls.stream()
                        .filter(other ->
                                other.startNanos() <= call.startNanos() && other.endNanos() > call.startNanos())
                        .count())
                .max()
                .orElseThrow();
    }

    @Test
    void keepsToThePausesThatAzureDevOpsAsksFor() {
        Simulator simulator =
                simulators.start(Companies.of(9, 1).azure(azure -> azure.withLimit(new AzureLimit(10, 0, 0, 30))));

        ConnectReport report = runs.status(request(simulator, 9).build());

        assertThat(report.isSuccess()).isTrue();
        List<Exchange> asked = simulator.exchanges().stream()
                .filter(exchange ->
                        exchange.azure() && exchange.responseHeaders().containsKey("Retry-After"))
                .toList();
        assertThat(asked).isNotEmpty();
        // No time passes while these runs pause, so the pause is seen by what was told, and told once for all.
        assertThat(runs.progress)
                .filteredOn(event -> event.message().equals("Azure DevOps requested a pause between calls"))
                .isNotEmpty()
                .hasSizeLessThan(asked.size());
    }

    @Test
    void neverGoesOverTheLimitOfAnyWorkspace() {
        Simulator simulator = simulators.start(Company.scenario(5, 8)
                .workspace(
                        workspace -> workspace.withCallsPerWindow(5).withWindowMillis((int) Runs.WINDOW.toMillis())));
        Runs real = Runs.withShortWindow();

        ConnectReport report = real.connect(
                request(common(simulator).callsPerMinute(5).build(), 5).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.summary().activated()).isEqualTo(40);
        assertThat(simulator.calls().refused()).isZero();
    }

    @Test
    void tellsOfEachProjectOnceAndOfWaitsOnceForAll(Simulator simulator) {
        runs.connect(request(simulator, 4).build());

        assertThat(runs.progress)
                .filteredOn(Progress.Item.class::isInstance)
                .extracting(Progress::line)
                .hasSize(4)
                .anyMatch(line -> line.endsWith("Team 3: success"))
                .anyMatch(line -> line.startsWith("[4/4] "));
        assertThat(runs.progress)
                .filteredOn(Progress.Step.class::isInstance)
                .extracting(Progress::message)
                .containsExactly("Reading the projects of Azure DevOps", "Connecting 4 projects");
    }

    @Test
    void tellsOfTheWaitForAnImportOnceForAll() {
        Simulator simulator = simulators.start(Companies.of(8, 1).imports(imports -> imports.withDelayMillis(700)));

        Runs real = Runs.create();
        real.connect(request(simulator, 8).build());

        assertThat(real.progress)
                .filteredOn(Progress.Waiting.class::isInstance)
                .extracting(Progress::message)
                .containsOnly("Aikido is importing new repositories")
                .hasSizeLessThan(8);
    }
}
