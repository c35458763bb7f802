package io.github.aikidoconnect.connect;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Pruning.GONE_ID;
import static io.github.aikidoconnect.testing.Pruning.all;
import static io.github.aikidoconnect.testing.Pruning.assertUntouched;
import static io.github.aikidoconnect.testing.Pruning.gone;
import static io.github.aikidoconnect.testing.Pruning.monitored;
import static io.github.aikidoconnect.testing.Pruning.prune;
import static io.github.aikidoconnect.testing.Pruning.withGone;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Project;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What it takes to call a repository gone: an address of this project, a GUID, and the word of Azure DevOps. */
class PruneGoneTest {

    private static final String WEB_ID = "11111111-1c8e-4a7e-9d55-6f7a8b9c0d01";
    private static final String PAY_ID = "77777777-1c8e-4a7e-9d55-6f7a8b9c0d07";
    private static final String BY_ID = "**/contoso/_apis/git/repositories/*";
    private static final String BIN = "**/recycleBin/repositories";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(monitored());

    private final Runs runs = Runs.create();

    @Test
    void leavesTheRepositoriesOfARenamedProjectWhoseOldNameWasGivenToAnother() {
        Project renamed =
                Project.of("Shop Front (old)", GitRepository.of("gone").withId(GONE_ID));
        Simulator simulator = simulators.start(withGone()
                .organization(organization ->
                        organization.withProjects(Stream.concat(organization.projects().stream(), Stream.of(renamed))
                                .toList())));
        ConnectReport report = runs.connect(prune(simulator).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Checks.repository(report, "gone").reason())
                .isEqualTo("It belongs to the project \"Shop Front (old)\" in Azure DevOps, so it stays monitored.");
        assertUntouched(simulator);
    }

    @Test
    void leavesARepositoryThatMovedToAnotherProject() {
        ConnectReport report = assertGoneStays(simulators.start(withGone(gone -> gone.withExternalRepoId(PAY_ID))));
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
    }

    @Test
    void leavesARepositoryThatTheListDoesNotContainAlthoughItIsThere() {
        Simulator simulator = simulators.start(withGone());
        String oneOnly = "{\"count\":1,\"value\":[{\"id\":\"" + WEB_ID
                + "\",\"name\":\"shop-web\",\"size\":1000,\"defaultBranch\":\"refs/heads/main\"}]}";
        simulator
                .faults()
                .always(Match.path("**/*Front/_apis/git/repositories"), Fault.answer(200, "application/json", oneOnly));
        simulator
                .faults()
                .always(
                        Match.path("**/" + Shop.PROJECT_ID + "/_apis/git/repositories"),
                        Fault.answer(200, "application/json", oneOnly));
        ConnectReport report = runs.connect(prune(simulator).build());
        assertThat(codes(report)).as(report.toText()).containsExactly(ProblemCode.AZURE_UNAVAILABLE);
        assertThat(report.problems().get(0).message()).startsWith("Azure DevOps did not list 3 of the project's");
        assertUntouched(simulator);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tfs.contoso.example/tfs/contoso/Shop%20Front/_git/gone",
                "https://tfs.contoso.example/contoso/Shop%20Front/_git/gone",
                "http://127.0.0.1:8080/tfs/contoso/Shop%20Front/_git/gone"
            })
    void leavesTheRepositoriesOfAServerWhoseCollectionAndProjectHaveTheSameNames(String url) {
        Simulator simulator = simulators.start(withGone(gone -> gone.withUrl(url)));
        ConnectReport report = runs.connect(prune(simulator).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertUntouched(simulator);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{99999999-1C8E-4A7E-9D55-6F7A8B9C0D99}",
                "999999991c8e4a7e9d556f7a8b9c0d99",
                "(99999999-1c8e-4a7e-9d55-6f7a8b9c0d99)"
            })
    void readsAGuidInAnySpelling(String id) {
        Simulator simulator = simulators.start(withGone(gone -> gone.withExternalRepoId(id)));
        ConnectReport report = runs.connect(prune(simulator).build());
        assertThat(report.summary().deactivated()).as(report.toText()).isEqualTo(1);
        assertThat(simulator.workspace().monitored()).containsExactlyInAnyOrder(all());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void findsWhatIsListedWithAGuidInBraces(boolean monitored) {
        Simulator simulator = simulators.start(imported(Setup.shop(), monitored ? all() : new String[0])
                .workspace(workspace -> workspace.withRepositories(workspace.repositories().stream()
                        .map(entry -> entry.withExternalRepoId("{" + entry.externalRepoId() + "}"))
                        .toList())));
        ConnectReport report = runs.connect(prune(simulator).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Setup.calls(simulator, "POST", "/deactivate")).isEmpty();
        assertThat(simulator.workspace().monitored()).containsExactlyInAnyOrder(all());
    }

    @Test
    void refusesToPruneWhereAnIdHasAnUnknownForm() {
        Simulator simulator = simulators.start(withGone(gone -> gone.withExternalRepoId("4711")));
        ConnectReport report =
                runs.connect(prune(simulator).excludes(List.of("shop-api")).build());
        assertThat(codes(report)).containsExactly(ProblemCode.PARTIAL);
        assertThat(report.problems().get(0).message()).contains("\"gone\"", "GUID");
        assertUntouched(simulator);
    }

    @Test
    void doesNotDeactivateWhatItHasActivatedWhereIdsAreNumbers() {
        Simulator simulator = simulators.start(imported(Setup.shop())
                .workspace(workspace -> workspace.withRepositories(workspace.repositories().stream()
                        .flatMap(entry -> Stream.of(
                                entry,
                                entry.withId(entry.id() + 100)
                                        .withActive(true)
                                        .withExternalRepoId(Long.toString(entry.id()))))
                        .toList())));
        runs.connect(prune(simulator).build());
        assertThat(Setup.calls(simulator, "POST", "/deactivate")).isEmpty();
    }

    @Test
    void saysThatARepositoryWasDeletedWhereTheRecycleBinHasIt() {
        Simulator simulator = simulators.start(withGone()
                .project(
                        Shop.PROJECT,
                        project -> project.withDeletedRepositories(
                                List.of(GitRepository.of("gone").withId(GONE_ID)))));
        ConnectReport report = runs.connect(prune(simulator).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Checks.repository(report, "gone").result()).isEqualTo(Result.DONE);
        assertThat(Checks.repository(report, "gone").reason())
                .isEqualTo("It was deleted in Azure DevOps (it is in the recycle bin), but Aikido monitors it.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 401, 403, 404})
    void saysThatItMayBeHiddenWhereTheRecycleBinDoesNotSay(int status) {
        Simulator simulator = simulators.start(withGone());
        if (status > 0) {
            simulator.faults().always(Match.path(BIN), Fault.answer(status));
        }
        ConnectReport report = runs.connect(prune(simulator).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Checks.repository(report, "gone").reason())
                .isEqualTo("It no longer exists in Azure DevOps, or the token cannot see it, but Aikido monitors it.");
    }

    static Stream<Fault> unclearAnswers() {
        String json = "application/json";
        return Stream.of(
                Fault.answer(400),
                Fault.answer(401),
                Fault.answer(403),
                Fault.answer(404),
                Fault.answer(404, "text/html", "<html>TF401019 is not here</html>"),
                Fault.answer(404, json, "{\"message\":\"TF200016: The following project does not exist: x.\"}"),
                Fault.answer(500),
                Fault.answer(203, "text/html", "<html>Sign in</html>"),
                Fault.answer(200, json, "{}"),
                Fault.answer(200, json, "[]"),
                Fault.answer(200, json, "{\"message\":\"TF401019\"}"),
                Fault.answer(200, json, "{\"id\":\"" + WEB_ID + "\",\"name\":\"shop-web\"}"));
    }

    @ParameterizedTest
    @MethodSource("unclearAnswers")
    void leavesARepositoryWhereAzureDevOpsGivesNoClearAnswer(Fault fault) {
        Simulator simulator = simulators.start(withGone());
        simulator.faults().always(Match.path(BY_ID), fault);
        ConnectReport report = assertGoneStays(simulator);
        assertThat(report.problems()).as(report.toText()).isNotEmpty();
    }

    private ConnectReport assertGoneStays(Simulator simulator) {
        ConnectReport report = runs.connect(prune(simulator).build());
        assertThat(Checks.repository(report, "gone").action()).isEqualTo(Action.SKIP);
        assertUntouched(simulator);
        return report;
    }

    @Test
    void prunesOneRepositoryOfASmallProjectWhateverThePercentage() {
        Simulator simulator = simulators.start(withGone());
        ConnectReport report = runs.connect(prune(simulator).pruneLimit(1).build());
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.summary().deactivated()).isEqualTo(1);
    }

    @Test
    void prunesNothingOfASmallProjectWhereTwoAreGoneOrTheLimitIsZero() {
        Simulator two = simulators.start(withGone(gone -> gone, "gone", "gone2"));
        assertThat(codes(runs.connect(prune(two).pruneLimit(1).build()))).containsExactly(ProblemCode.PRUNE_LIMIT);
        assertUntouched(two);
        Simulator none = simulators.start(withGone());
        assertThat(codes(runs.connect(prune(none).pruneLimit(0).build()))).containsExactly(ProblemCode.PRUNE_LIMIT);
        assertUntouched(none);
    }

    /** A hundred look-ups at the most, and none where nothing is to be pruned. */
    @Test
    void looksUpOneByOneAndNoMoreThanAHundred() {
        String[] names = IntStream.range(0, 130).mapToObj(i -> "gone" + i).toArray(String[]::new);
        Simulator simulator = simulators.start(withGone(gone -> gone, names));
        ConnectRequest request = prune(simulator).build();
        runs.connect(request.toBuilder().prune(false).build());
        runs.status(request);
        assertThat(lookUps(simulator)).isEmpty();
        ConnectReport first = runs.connect(request);
        assertThat(lookUps(simulator)).hasSize(100);
        assertThat(first.summary().deactivated()).as(first.toText()).isEqualTo(100);
        ConnectReport second = runs.connect(request);
        assertThat(second.summary().deactivated()).as(second.toText()).isEqualTo(30);
    }

    @Test
    void looksUpOnADryRunToo() {
        Simulator simulator = simulators.start(withGone(gone -> gone.withExternalRepoId(PAY_ID)));
        ConnectReport report = runs.plan(prune(simulator).build());
        assertThat(report.summary().deactivated()).as(report.toText()).isZero();
        assertThat(lookUps(simulator)).hasSize(1);
    }

    private static List<Exchange> lookUps(Simulator simulator) {
        return simulator.exchanges().stream()
                .filter(exchange -> exchange.path().contains("/contoso/_apis/git/repositories/"))
                .toList();
    }
}
