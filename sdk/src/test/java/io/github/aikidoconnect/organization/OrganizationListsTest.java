package io.github.aikidoconnect.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.limit.FastTime;
import io.github.aikidoconnect.internal.run.InjectedTime;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Company;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Companies;
import io.github.aikidoconnect.testing.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The repositories of a large part of an organization are read in two calls, and each project alone where that fails. */
class OrganizationListsTest {

    private static final int PROJECTS = 12;
    private static final String EMPTY = Company.project(11);
    private static final String TFVC = Company.project(12);
    private static final Match GIT = Match.path("/azure/contoso/_apis/git/repositories");
    private static final Match ROOTS = Match.path("/azure/contoso/_apis/tfvc/items");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(company(PROJECTS));

    private final Runs runs = Runs.withoutPauses();

    @ParameterizedTest
    @ValueSource(ints = {PROJECTS, 200})
    void areReadWithAHandfulOfCalls(int projects) {
        Simulator simulator = simulators.start(company(projects));

        ConnectReport report = runs.coverage(request(simulator, projects).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.calls().azure()).isEqualTo(simulator.calls().azure()).isLessThanOrEqualTo(20);
        assertThat(Companies.part(report, Company.project(1)).repositories()).hasSize(3);
        assertThat(Companies.part(report, TFVC).repositories())
                .extracting("name")
                .contains("$/" + TFVC);
        assertThat(askedProjects(simulator))
                .as("its list could be empty for another reason")
                .containsOnly(EMPTY);
    }

    static Stream<Arguments> failures() {
        List<Fault> faults = new ArrayList<>(List.of(Fault.truncate(), Fault.garbage(), Fault.reset()));
        for (int status : new int[] {302, 400, 401, 403, 404, 500, 503}) {
            faults.add(Fault.answer(status, "application/json", "{\"message\":\"TF400813: Not here.\"}"));
        }
        faults.add(Fault.answer(200, "application/json", "{\"count\":40,\"value\":[]}"));
        faults.add(Fault.answer(200, "application/json", "{\"count\":1,\"value\":[{\"id\":\"a\",\"name\":\"r\"}]}"));
        return Stream.of(GIT, ROOTS).flatMap(list -> faults.stream().map(fault -> Arguments.of(list, fault)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void areReadForEachProjectWhereAListFails(Match list, Fault fault, Simulator simulator) throws Exception {
        JsonNode expected =
                withoutTimes(runs.status(request(simulator, PROJECTS).build()));
        simulator.faults().always(list, fault);
        List<String> traces = new ArrayList<>();
        try (AikidoConnect aikido = InjectedTime.builder(new FastTime())
                .callFolder(null)
                .trace(traces::add)
                .build()) {

            ConnectReport report = aikido.status(request(simulator, PROJECTS).build());

            assertThat(withoutTimes(report)).isEqualTo(expected);
        }
        assertThat(askedProjects(simulator)).contains(Company.project(1), TFVC);
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(traces.get(0))
                        .at("/log/comment")
                        .asText())
                .startsWith("A list of the whole organization could not be read, so each project was asked: ");
    }

    @Test
    void areReadForEachProjectThatIsPruned(Simulator simulator) {
        ConnectRequest common =
                Companies.common(simulator).prune(true).pruneLimit(100).build();

        ConnectReport report = runs.connect(Companies.request(common, PROJECTS).build());

        assertThat(report.summary().activated()).as(report.toText()).isEqualTo(3 * (PROJECTS - 1));
        assertThat(askedProjects(simulator)).hasSize(PROJECTS);
    }

    @Test
    void areReadForEachProjectWhereFewAreSelected(Simulator simulator) {
        ConnectReport report = runs.status(request(simulator, 9).build());

        assertThat(report.projects()).hasSize(9);
        assertThat(askedProjects(simulator)).hasSize(9);
        assertThat(simulator.exchanges()).noneMatch(exchange -> exchange.path().equals(GIT.path()));
    }

    private static OrganizationRequest.Builder request(Simulator simulator, int projects) {
        return Companies.request(simulator, projects);
    }

    /** The company, with a project without repositories and one that has TFVC too. */
    private static Scenario company(int projects) {
        return Companies.of(projects, 3)
                .project(EMPTY, project -> project.withRepositories(List.<GitRepository>of()))
                .project(TFVC, project -> project.withTfvcEnabled(true));
    }

    /** Returns the names of the projects for which calls were sent. */
    private static List<String> askedProjects(Simulator simulator) {
        return simulator.exchanges().stream()
                .map(exchange -> Pattern.compile("/azure/contoso/(?:_apis/projects/)?(Team%20\\d+)(/_apis/.*)?")
                        .matcher(exchange.path()))
                .filter(Matcher::matches)
                .map(path -> path.group(1).replace("%20", " "))
                .distinct()
                .toList();
    }

    private static JsonNode withoutTimes(ConnectReport report) throws Exception {
        ObjectNode json = (ObjectNode) JsonMapper.builder().build().readTree(report.toJson());
        json.remove(List.of("startedAt", "finishedAt", "calls"));
        json.path("projects")
                .forEach(project -> ((ObjectNode) project).remove(List.of("startedAt", "finishedAt", "calls")));
        return json;
    }
}
