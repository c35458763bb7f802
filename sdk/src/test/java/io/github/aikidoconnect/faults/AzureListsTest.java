package io.github.aikidoconnect.faults;

import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.json;
import static io.github.aikidoconnect.testing.Setup.request;
import static io.github.aikidoconnect.testing.Setup.writes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Project;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of Azure DevOps that hold too much, too little, or what is not known yet, and their pages. */
class AzureListsTest {

    private static final Match REPOSITORIES = Match.path("**/git/repositories");
    private static final Match PROJECTS = Match.path("/azure/contoso/_apis/projects");

    /** Requests with the tokens that faults hand out are wrong on purpose. */
    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.answersOnly(imported(Setup.shop()));

    private final Runs runs = Runs.withoutPauses();

    @Test
    void readsAnAnswerWithAByteOrderMark(Simulator simulator) {
        simulator.faults().always(REPOSITORIES, json("\ufeff{\"value\":[{\"id\":\"a1\",\"name\":\"with-a-mark\"}]}"));

        ConnectReport report = runs.list(request(simulator).build());

        assertThat(report.isSuccess()).isTrue();
        assertThat(report.repositories()).extracting(RepositoryReport::name).containsExactly("with-a-mark");
    }

    @Test
    void readsARepositoryWithFewMembersAndUnknownValues(Simulator simulator) {
        simulator
                .faults()
                .always(
                        REPOSITORIES,
                        json(
                                "{\"count\":null,\"value\":[{\"id\":\"a1\",\"name\":\"bare\"},{\"id\":\"a2\",\"name\":\"nulls\","
                                        + "\"defaultBranch\":null,\"size\":null,\"isDisabled\":null,\"webUrl\":null,"
                                        + "\"remoteUrl\":null,\"project\":null},{\"id\":\"a3\",\"name\":\"new\",\"size\":-1,"
                                        + "\"defaultBranch\":\"refs/odd/x\",\"isDisabled\":\"perhaps\",\"more\":{\"a\":[1]}}]}"));

        ConnectReport report = runs.list(request(simulator).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.repositories()).extracting(RepositoryReport::name).containsExactly("bare", "nulls", "new");
    }

    @Test
    void takesARepositoryThatIsListedTwiceForOne(Simulator simulator) {
        String one = "{\"id\":\"11111111-1c8e-4a7e-9d55-6f7a8b9c0d01\",\"name\":\"shop-web\",\"size\":9,"
                + "\"defaultBranch\":\"refs/heads/main\"}";
        simulator.faults().always(REPOSITORIES, json("{\"value\":[" + one + "," + one + "]}"));

        ConnectReport report = runs.connect(request(simulator).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.repositories()).hasSize(1);
        assertThat(report.summary().activated()).isEqualTo(1);
        assertThat(writes(simulator)).hasSize(1);
    }

    @Test
    void takesAProjectThatTwoPagesListForOne() {
        Simulator simulator = simulators.start(Setup.shop().azure(azure -> azure.withPageSize(1)));
        simulator
                .faults()
                .once(
                        PROJECTS.withQuery("continuationToken=1"),
                        json("{\"value\":[{\"id\":\"" + Shop.PROJECT_ID + "\",\"name\":\"Shop Front\"},"
                                + "{\"id\":\"0b8f4a52-6a1d-4a58-9c53-2f0de1c4a702\",\"name\":\"Payments\"}]}"));

        ConnectReport report = runs.list(request(simulator).project(null).build());

        assertThat(report.projects())
                .extracting(project -> project.azure().project())
                .containsExactly(
                        new ProjectReport.Project(Shop.PROJECT_ID, "Shop Front"),
                        new ProjectReport.Project("0b8f4a52-6a1d-4a58-9c53-2f0de1c4a702", "Payments"));
    }

    @Test
    void neverTakesAContinuationTokenThatIsRefusedForTheEndOfTheList() {
        Simulator simulator = simulators.start(manyProjects());
        simulator.faults().once(PROJECTS.withQuery("top=100"), page("no-such-page"));

        assertNoProjects(runs.list(request(simulator).project(null).build()), "HTTP 400");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500, 503})
    void neverTakesAFailedPageForTheEndOfTheList(int status) {
        Simulator simulator = simulators.start(manyProjects());
        simulator.faults().always(PROJECTS.withQuery("continuationToken=2"), Fault.answer(status));

        assertNoProjects(runs.list(request(simulator).project(null).build()), "HTTP " + status);
    }

    @Test
    void endsAListThatNeverEnds(Simulator simulator) {
        IntStream.range(0, 1100).forEach(i -> simulator.faults().once(PROJECTS, page("another-" + i)));

        assertNoProjects(runs.list(request(simulator).project(null).build()), "does not end");
    }

    private static void assertNoProjects(ConnectReport report, String said) {
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_UNAVAILABLE);
        assertThat(Checks.problem(report).message()).contains(said);
        assertThat(report.projects()).noneMatch(project -> project.azure().project() != null);
    }

    private static Fault page(String next) {
        return json("{\"value\":[]}")
                .withHeaders(Map.of("Content-Type", "application/json", "x-ms-continuationtoken", next));
    }

    private static Scenario manyProjects() {
        List<Project> projects =
                IntStream.range(0, 5).mapToObj(i -> Project.of("p" + i)).toList();
        return Setup.shop()
                .azure(azure -> azure.withPageSize(2))
                .organization(organization -> organization.withProjects(projects));
    }
}
