package io.github.aikidoconnect;

import static io.github.aikidoconnect.Checks.codes;
import static io.github.aikidoconnect.Companies.client;
import static io.github.aikidoconnect.Companies.common;
import static io.github.aikidoconnect.Companies.names;
import static io.github.aikidoconnect.Companies.part;
import static io.github.aikidoconnect.Companies.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.aikido.WorkspaceState;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.ApiClient;
import io.github.aikidoconnect.simulator.scenario.AzureLimit;
import io.github.aikidoconnect.simulator.scenario.Company;
import io.github.aikidoconnect.simulator.scenario.Project;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void connectsTheOthersWhenOneFails() {
        Simulator simulator = simulators.start(Companies.of(4, 3)
                .aikido(aikido -> aikido.withWorkspaces(aikido.workspaces().stream()
                        .map(workspace -> workspace.name().equals("Team 2")
                                ? workspace.withClients(
                                        List.of(new ApiClient("other", "secret-of-other", Shop.CLIENT_SCOPES)))
                                : workspace)
                        .toList())));

        ConnectReport report = runs.connect(request(simulator, 4).build());

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.AIKIDO_CREDENTIALS_REJECTED);
            assertThat(problem.message()).startsWith("Project \"Team 2\": Aikido does not accept");
        });
        assertThat(part(report, "Team 2").problems()).hasSize(1);
        assertThat(part(report, "Team 2").repositories())
                .extracting(RepositoryReport::reason)
                .containsOnly("Nothing was planned: a check failed.");
        assertThat(report.summary().activated()).isEqualTo(9);
        assertThat(report.toText()).contains("""
                Projects (4)
                  FAILED  Team 2  3 found, 3 skipped, 1 problem
                  ok      Team 1  3 found, 3 activated
                  ok      Team 3  3 found, 3 activated
                  ok      Team 4  3 found, 3 activated
                """);
    }

    @Test
    void saysOnceWhatIsWrongWithAllAndOfWhichWhatIsWrongWithSome() {
        Simulator simulator =
                simulators.start(Companies.of(4, 1).token(token -> token.without("vso.memberentitlementmanagement")));

        ConnectReport all = runs.connect(request(simulator, 4).build());

        assertThat(all.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(all.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("The personal access token lacks"));
        Simulator some = simulators.start(Companies.of(4, 1));
        some.faults().always(Match.path("/azure/contoso/Team%201/**"), Fault.answer(403));
        some.faults().always(Match.path("/azure/contoso/Team%203/**"), Fault.answer(403));

        ConnectReport two = runs.connect(request(some, 4).build());

        assertThat(two.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(two.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("Projects \"Team 1\", \"Team 3\": "));
    }

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
                        tuple(ProblemCode.AZURE_PROJECT_NOT_FOUND, "No project that the token sees matches \"ops-*\"."),
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

        assertThat(Checks.problem(report).message()).isEqualTo("The token sees no project of the organization.");
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
                    .isEqualTo("The projects \"Team 1\", \"Team 2\" have the same API client, and so one workspace.");
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
                .containsAnyOf("is that of the project \"Team ", "already monitors repositories of \"contoso/team ");
        assertThat(simulator.workspace().monitored()).hasSize(3);
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
                .isEqualTo("[CONFIGURATION] The id or the secret of Aikido's API client is not given."
                        + " Set the line of Team 1 for AIKIDO_CLIENT.");
    }

    @Test
    void reportsWhatWentWrongWhileARequestWasMadeAndCallsNothingForIt(Simulator simulator) {
        Problem problem =
                new Problem(ProblemCode.CONFIGURATION, "A password cannot be decrypted.", "Encrypt it again.");

        ConnectReport report = runs.connect(request(simulator, 2)
                .project("Team 2", (settings, project) -> settings.problem(Setting.AIKIDO_CLIENT, problem))
                .build());

        assertThat(part(report, "Team 2").problems()).containsExactly(problem);
        assertThat(part(report, "Team 2").calls()).isEqualTo(ProjectReport.Calls.NONE);
        assertThat(simulator.workspaces().get(0).monitored()).hasSize(3);
        assertThat(simulator.workspaces().get(1).monitored()).isEmpty();
    }

    @Test
    void connectsTheOthersWhenTheSettingsOfOneCannotBeMade(Simulator simulator) {
        ConnectReport report = runs.connect(request(simulator, 2)
                .project("Team 2", (settings, project) -> {
                    throw new IllegalStateException("the vault said hunter2");
                })
                .build());

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(Checks.problem(report).message())
                .isEqualTo("Project \"Team 2\": What is asked for the project could not be found out"
                        + " (IllegalStateException).");
        assertThat(report.toJson()).doesNotContain("hunter2");
        assertThat(simulator.workspaces().get(0).monitored()).hasSize(3);
    }

    @Test
    void changesNothingInADryRunWhateverTheSettingsOfAProjectSay(Simulator simulator) {
        runs.connect(request(common(simulator).dryRun(true).build(), 2)
                .project("Team 2", (settings, project) -> settings.dryRun(false))
                .build());

        assertThat(Setup.writes(simulator)).isEmpty();
    }

    @Test
    void saysWhyTheProjectsAreNotKnown() {
        Simulator simulator = simulators.start(Companies.of(2, 1).token(token -> token.withExpired(true)));

        ConnectReport report = runs.connect(request(simulator, 2).build());

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(report)).containsExactly(ProblemCode.AZURE_TOKEN_EXPIRED);
        assertThat(Checks.status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.FAILED);
        assertThat(simulator.exchanges()).noneMatch(exchange -> exchange.path().startsWith("/aikido"));
        assertThat(report.toText()).contains("FAILED  token  The personal access token has expired.");
    }

    @Test
    void saysThatAzureDevOpsIsDownOnceForAll(Simulator simulator) {
        simulator.faults().always(Match.path("/azure/contoso/_apis/projects"), Fault.answer(500));

        ConnectReport report = runs.connect(request(simulator, 4).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AZURE_UNAVAILABLE);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void refusesWhatCannotBeBeforeItCallsAnything(Simulator simulator) {
        ConnectRequest common = common(simulator).build();

        assertThat(codes(runs.connect(OrganizationRequest.builder(common).build())))
                .containsExactly(ProblemCode.CONFIGURATION);
        assertThat(Checks.problem(runs.connect(OrganizationRequest.builder(common)
                                .project("team-[", ProjectSettings.NONE)
                                .build()))
                        .message())
                .isEqualTo("\"team-[\" is no valid glob: the class that begins with [ has no end.");
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
                .isEqualTo("[AZURE_PROJECT_NOT_FOUND] The project \"Team 4\" is not among those that are named."
                        + " Correct ConnectRequest.project, or name it in OrganizationRequest.project.");
        assertThat(Checks.problem(notThere).toString())
                .contains(
                        "has no project \"Team 9\"", "The token sees \"Team 1\", \"Team 2\", \"Team 3\", \"Team 4\".");
        assertThat(notThere.projects()).isEmpty();
    }

    @Test
    void callsAzureDevOpsWithNoMoreThanSomeCallsAtATime() {
        Simulator simulator = simulators.start(Companies.of(60, 1));
        simulator.faults().always(Match.path("/azure/**"), Fault.delay(Duration.ofMillis(20)));

        runs.status(request(simulator, 60).build());

        assertThat(mostAtATime(simulator)).isBetween(2, 16);
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
                simulators.start(Companies.of(20, 1).azure(azure -> azure.withLimit(new AzureLimit(10, 0, 0, 30))));

        ConnectReport report = runs.status(request(simulator, 20).build());

        assertThat(report.isSuccess()).isTrue();
        List<Exchange> asked = simulator.exchanges().stream()
                .filter(exchange ->
                        exchange.azure() && exchange.responseHeaders().containsKey("Retry-After"))
                .toList();
        assertThat(asked).isNotEmpty();
        // No time passes while these runs pause, so the pause is seen by what was told, and told once for all.
        assertThat(runs.progress)
                .filteredOn(event -> event.message().equals("Azure DevOps asks to be called more slowly"))
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

    @Test
    void reportsWhatWasDoneWhenItIsInterrupted(Simulator simulator) throws Exception {
        simulator.faults().always(Match.path("/azure/contoso/Team%203/**"), Fault.hang());
        CompletableFuture<ConnectReport> ended = new CompletableFuture<>();
        AikidoConnect aikido = AikidoConnect.create();
        Thread thread = new Thread(
                () -> ended.complete(aikido.connect(request(simulator, 4).build())));
        thread.start();
        while (simulator.workspaces().stream()
                        .filter(w -> w.monitored().size() == 3)
                        .count()
                < 3) {
            TimeUnit.MILLISECONDS.sleep(5);
        }

        thread.interrupt();

        ConnectReport report = ended.get(1, TimeUnit.MINUTES);
        ReportSchema.verify(report);
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(report.problems()).extracting(Problem::message).containsExactly("The run was interrupted.");
        assertThat(names(report)).containsExactly("Team 1", "Team 2", "Team 3", "Team 4");
        assertThat(part(report, "Team 3").problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, OutOfMemoryError.class})
    void keepsTheReportsOfTheOthersWhenTheCallersClientBreaks(Class<? extends Throwable> how, Simulator simulator) {
        AikidoConnect aikido =
                AikidoConnect.builder().httpClient(breakingFor("Team%202", how)).build();
        ConnectRequest common = common(simulator)
                .organization("https://me:hunter2@" + simulator.azureUrl().getAuthority() + "/contoso")
                .azureUrl(simulator.azureUrl().toString())
                .build();

        ConnectReport report = aikido.connect(request(common, 4).build());

        ReportSchema.verify(report);
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(Checks.problem(report).message())
                .isEqualTo("Project \"Team 2\": The run of the project broke off (" + how.getSimpleName() + ").");
        assertThat(report.summary().activated()).isEqualTo(9);
        assertThat(report.toJson()).doesNotContain("hunter2");
    }

    @Test
    void tellsWhatWasDoneBeforeARunBrokeOff(Simulator simulator) {
        AikidoConnect aikido = AikidoConnect.builder()
                .httpClient(breakingFor("/activate", IllegalStateException.class))
                .build();

        ConnectReport report = aikido.connect(request(simulator, 1).build());

        assertThat(report.summary().found()).isEqualTo(3);
        assertThat(report.calls().aikido()).isPositive();
        assertThat(codes(report)).contains(ProblemCode.PARTIAL);
    }

    private static HttpClient breakingFor(String part, Class<? extends Throwable> how) {
        HttpClient real = HttpClient.newHttpClient();
        return new OtherClient(real) {
            @Override
            public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
                return sendAsync(request, handler).join();
            }

            @Override
            public <T> CompletableFuture<HttpResponse<T>> sendAsync(
                    HttpRequest request, HttpResponse.BodyHandler<T> handler) {
                if (request.uri().toString().contains(part)) {
                    if (how == OutOfMemoryError.class) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    throw new IllegalStateException("a fault of the client");
                }
                return real.sendAsync(request, handler);
            }

            @Override
            public <T> CompletableFuture<HttpResponse<T>> sendAsync(
                    HttpRequest request, HttpResponse.BodyHandler<T> handler, HttpResponse.PushPromiseHandler<T> push) {
                return sendAsync(request, handler);
            }
        };
    }

    @Test
    void showsNoSecretOfAnyProject(Simulator simulator) {
        ConnectReport report = runs.connect(request(simulator, 4).build());

        for (int project = 1; project <= 4; project++) {
            assertThat(report.toJson() + report.toText() + report.toHtml() + runs.progress)
                    .doesNotContain(Company.clientSecret(project), Company.clientId(project), Shop.TOKEN);
        }
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
