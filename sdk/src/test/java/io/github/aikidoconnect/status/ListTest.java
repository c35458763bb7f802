package io.github.aikidoconnect.status;

import static io.github.aikidoconnect.testing.Checks.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Project;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Projects and repositories, as Azure DevOps lists them. */
class ListTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    private final Runs runs = Runs.create();

    private static List<Exchange> projectPages(Simulator simulator) {
        return simulator.exchanges().stream()
                .filter(exchange -> exchange.path().equals("/azure/contoso/_apis/projects"))
                .toList();
    }

    @Test
    void listsEveryRepositoryWithItsState(Simulator simulator) {
        ConnectReport report = runs.list(Runs.shop(simulator).build());

        assertThat(report.repositories())
                .extracting(RepositoryReport::name, RepositoryReport::kind, RepositoryReport::state)
                .containsExactlyInAnyOrder(
                        tuple("shop-web", RepositoryKind.GIT, RepositoryState.ACTIVE),
                        tuple("shop-api", RepositoryKind.GIT, RepositoryState.ACTIVE),
                        tuple("Zahlungs Übersicht", RepositoryKind.GIT, RepositoryState.ACTIVE),
                        tuple("shop-archive", RepositoryKind.GIT, RepositoryState.DISABLED),
                        tuple("shop-new", RepositoryKind.GIT, RepositoryState.EMPTY),
                        tuple("shop-assets", RepositoryKind.GIT, RepositoryState.ACTIVE),
                        tuple("$/Shop Front", RepositoryKind.TFVC, RepositoryState.ACTIVE));
        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(report.summary().found()).isEqualTo(7);
    }

    @Test
    void givesABranchItsShortNameAndAnEmptyRepositoryNone(Simulator simulator) {
        ConnectReport report = runs.list(Runs.shop(simulator).build());

        assertThat(repository(report, "shop-web").defaultBranch()).isEqualTo("main");
        assertThat(repository(report, "shop-new").defaultBranch()).isNull();
    }

    @Test
    void encodesTheNameInARepositorysAddress(Simulator simulator) {
        ConnectReport report = runs.list(Runs.shop(simulator).build());

        assertThat(repository(report, "Zahlungs Übersicht").url())
                .isEqualTo("https://dev.azure.com/contoso/Shop%20Front/_git/Zahlungs%20%C3%9Cbersicht");
        assertThat(repository(report, "$/Shop Front").url())
                .isEqualTo(simulator.azureUrl() + "/contoso/Shop%20Front/_versionControl");
    }

    @Test
    void takesAProjectById(Simulator simulator) {
        ConnectReport report =
                runs.list(Runs.shop(simulator).project(Shop.PROJECT_ID).build());

        assertThat(report.projects().get(0).azure().project())
                .isEqualTo(new ProjectReport.Project(Shop.PROJECT_ID, Shop.PROJECT));
        assertThat(report.repositories()).hasSize(7);
        assertThat(repository(report, "$/Shop Front").id()).isEqualTo(Shop.PROJECT_ID);
    }

    @Test
    void takesNamesInAnyCaseAndWithUmlauts() {
        Simulator simulator =
                simulators.start(Scenario.shop().project(Shop.PROJECT, p -> p.withName("Geschäft für (alle)!")));

        ConnectReport report =
                runs.list(Runs.shop(simulator).project("geschäft FÜR (alle)!").build());

        assertThat(report.projects().get(0).azure().project())
                .isEqualTo(new ProjectReport.Project(Shop.PROJECT_ID, "Geschäft für (alle)!"));
        assertThat(report.repositories()).hasSize(7);
    }

    @Test
    void showsAProjectOnOneLineWhateverItsIdAndNameHold(Simulator simulator) {
        String evil = "x\\n##vso[task.complete]\\u001b[31m";
        simulator
                .faults()
                .always(
                        Match.path("**/_apis/projects"),
                        Fault.answer(
                                200,
                                "application/json",
                                "{\"count\":1,\"value\":[{\"id\":\"%1$s\",\"name\":\"%1$s\"}]}".formatted(evil)));

        ConnectReport report = runs.list(Runs.shop(simulator).project(null).build());

        assertThat(report.toText()).contains("\n  x ##vso[task.complete] [31m  x ##vso[task.complete] [31m\n");
    }

    @Test
    void asksNothingOfAikido(Simulator simulator) {
        runs.list(Runs.shop(simulator).build());

        assertThat(simulator.exchanges()).allMatch(Exchange::azure);
    }

    @Test
    void needsNoScopeThatOnlyAikidoNeeds() {
        Simulator simulator =
                simulators.start(Scenario.shop().token(t -> t.withScopes(List.of("vso.code", "vso.project"))));

        ConnectReport report = runs.list(Runs.shop(simulator).build());

        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(report.repositories()).hasSize(7);
    }

    @Test
    void readsAllPagesOfTheProjects() {
        List<Project> projects = IntStream.range(0, 250)
                .mapToObj(number -> Project.of("Project " + number))
                .toList();
        Simulator simulator = simulators.start(Scenario.shop().organization(o -> o.withProjects(projects)));

        ConnectReport report = runs.list(Runs.shop(simulator).project(null).build());

        assertThat(report.projects())
                .extracting(part -> part.azure().project())
                .extracting(ProjectReport.Project::name)
                .containsExactlyElementsOf(projects.stream().map(Project::name).toList());
        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(projectPages(simulator))
                .filteredOn(exchange -> !exchange.query().contains("top=1&")
                        && !exchange.query().endsWith("top=1"))
                .hasSize(3);
    }

    @Test
    void readsPagesThatAreShorterThanWhatWasAskedFor() {
        Simulator simulator = simulators.start(Scenario.shop().azure(a -> a.withPageSize(1)));

        ConnectReport report = runs.list(Runs.shop(simulator).project(null).build());

        assertThat(report.projects())
                .extracting(part -> part.azure().project())
                .extracting(ProjectReport.Project::name)
                .containsExactly(Shop.PROJECT, Shop.OTHER_PROJECT);
    }

    @Test
    void endsAListThatRepeatsItself(Simulator simulator) {
        simulator
                .faults()
                .always(
                        Match.path("/azure/contoso/_apis/projects"),
                        Fault.answer(200)
                                .withHeaders(Map.of("Content-Type", "application/json", "x-ms-continuationtoken", "1"))
                                .withBody("{\"count\":1,\"value\":[{\"id\":\"" + Shop.PROJECT_ID
                                        + "\",\"name\":\"Shop Front\"}]}"));

        ConnectReport report = runs.list(Runs.shop(simulator).project(null).build());

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_UNAVAILABLE);
        assertThat(Checks.problem(report).message()).contains("does not end");
        assertThat(projectPages(simulator)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void losesNoProjectToAStateThatIsNotKnown() {
        Simulator simulator =
                simulators.start(Scenario.shop().project(Shop.OTHER_PROJECT, p -> p.withState("aStateOfTomorrow")));

        ConnectReport report = runs.list(Runs.shop(simulator).project(null).build());

        assertThat(report.projects()).hasSize(2);
    }

    @Test
    void losesNoRepositoryToASizeBeyond32Bits() {
        Simulator simulator =
                simulators.start(Scenario.shop().repository("shop-assets", r -> r.withSize(5_000_000_000_000L)));

        assertThat(repository(runs.list(Runs.shop(simulator).build()), "shop-assets")
                        .state())
                .isEqualTo(RepositoryState.ACTIVE);
    }

    @Test
    void takesADisabledRepositoryForDisabledEvenIfItIsEmpty() {
        Simulator simulator = simulators.start(Scenario.shop().repository("shop-new", r -> r.withDisabled(true)));

        assertThat(repository(runs.list(Runs.shop(simulator).build()), "shop-new")
                        .state())
                .isEqualTo(RepositoryState.DISABLED);
    }

    @Test
    void neverShowsUserInfoInARepositorysAddress(Simulator simulator) {
        simulator.faults().always(Match.path("**/git/repositories"), Fault.answer(200, "application/json", """
                                {"count":1,"value":[{"id":"11111111-1c8e-4a7e-9d55-6f7a8b9c0d01","name":"shop-web",
                                "remoteUrl":"https://kim:secret@dev.azure.com/contoso/Shop%20Front/_git/shop-web"}]}"""));

        ConnectReport report = runs.list(Runs.shop(simulator).build());

        assertThat(repository(report, "shop-web").url())
                .isEqualTo("https://dev.azure.com/contoso/Shop%20Front/_git/shop-web");
    }

    @Test
    void refusesAListWithAnElementThatHasNoId(Simulator simulator) {
        simulator
                .faults()
                .always(
                        Match.path("**/git/repositories"),
                        Fault.answer(200, "application/json", "{\"count\":1,\"value\":[{\"name\":\"shop-web\"}]}"));

        ConnectReport report = runs.list(Runs.shop(simulator).build());

        assertThat(Checks.problem(report).message()).contains("has no id");
    }

    @Test
    void listsTenThousandRepositories() {
        GitRepository[] many = IntStream.range(0, 10_000)
                .mapToObj(number -> GitRepository.of("repository-" + number))
                .toArray(GitRepository[]::new);
        Simulator simulator =
                simulators.start(Scenario.shop().project(Shop.OTHER_PROJECT, p -> p.withRepositories(List.of(many))));

        ConnectReport report =
                runs.list(Runs.shop(simulator).project(Shop.OTHER_PROJECT).build());

        assertThat(report.repositories()).hasSize(10_000);
    }

    @Test
    void tellsAnExpiredToken() {
        Simulator simulator = simulators.start(Scenario.shop().token(t -> t.withExpired(true)));

        ConnectReport report = runs.list(Runs.shop(simulator).project(null).build());

        assertThat(Checks.codes(report)).contains(ProblemCode.AZURE_TOKEN_EXPIRED);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }
}
