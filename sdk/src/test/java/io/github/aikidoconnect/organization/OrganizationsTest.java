package io.github.aikidoconnect.organization;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Groups.contoso;
import static io.github.aikidoconnect.testing.Groups.fabrikam;
import static io.github.aikidoconnect.testing.Groups.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.OrganizationReport;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.aikido.WorkspaceState;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Companies;
import io.github.aikidoconnect.testing.Groups;
import io.github.aikidoconnect.testing.ReportSchema;
import io.github.aikidoconnect.testing.Runs;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several organizations in one run. */
class OrganizationsTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Companies.of(2, 3));

    private final Runs runs = Runs.withoutPauses();

    @Test
    void connectsEachOrganizationOnItsServerWithItsToken(Simulator one) {
        Simulator other = simulators.start(Groups.fabrikam(1, 3));

        ConnectReport report = runs.connectAll(List.of(contoso(one, 2), fabrikam(other, 1)));

        assertThat(report.outcome()).as(report.toText()).isEqualTo(Outcome.SUCCESS);
        assertThat(report.organizations())
                .extracting(part -> part.azure().organization(), OrganizationReport::outcome)
                .containsExactly(tuple("contoso", Outcome.SUCCESS), tuple("fabrikam", Outcome.SUCCESS));
        assertThat(report.summary()).isEqualTo(new ProjectReport.Summary(9, 9, 0, 9, 0, 0, 0));
        assertThat(report.calls())
                .isEqualTo(part(report, "contoso")
                        .calls()
                        .plus(part(report, "fabrikam").calls()));
        assertThat(report.projects()).hasSize(3);
        assertThat(one.workspaces())
                .extracting(state -> state.monitored().size())
                .containsExactly(3, 3);
        assertThat(other.workspace().monitored()).hasSize(3);
        assertThat(Groups.azureSecrets(one)).containsExactly(Groups.basic(Shop.TOKEN));
        assertThat(Groups.azureSecrets(other)).containsExactly(Groups.basic(Groups.FABRIKAM_TOKEN));
        assertThat(runs.progress)
                .filteredOn(event -> event instanceof Progress.Item)
                .extracting(Progress::message)
                .contains("fabrikam at " + other.azureUrl() + ": Team 1: success");
    }

    @Test
    void connectsTheOthersWhenTheTokenOfOneIsRejected(Simulator one) {
        Simulator other = simulators.start(Groups.fabrikam(1, 3).token(token -> token.withExpired(true)));

        ConnectReport report = runs.connectAll(List.of(fabrikam(other, 1), contoso(one, 2)));

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(part(report, "fabrikam").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(part(report, "contoso").outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(part(report, "contoso").problems()).isEmpty();
        Problem problem = Checks.problem(report);
        assertThat(problem.code()).isEqualTo(ProblemCode.AZURE_TOKEN_EXPIRED);
        assertThat(problem.message())
                .isEqualTo("Organization \"fabrikam at " + other.azureUrl()
                        + "\": The personal access token has expired.");
        assertThat(report.summary().activated()).isEqualTo(6);
    }

    @Test
    void connectsTheOthersWhenAzureDevOpsIsDownForOneAndTheSettingsOfOneAreWrong(Simulator one) {
        Simulator down = simulators.start(Groups.fabrikam(1, 3));
        down.faults().always(Match.path("/azure/fabrikam/_apis/projects"), Fault.answer(500));
        OrganizationRequest wrong = Companies.request(
                        Companies.common(one)
                                .organization("northwind")
                                .pruneLimit(200)
                                .build(),
                        1)
                .build();

        ConnectReport report = runs.connectAll(List.of(fabrikam(down, 1), wrong, contoso(one, 2)));

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(codes(report)).containsExactly(ProblemCode.AZURE_UNAVAILABLE, ProblemCode.CONFIGURATION);
        assertThat(part(report, "northwind").calls()).isEqualTo(ProjectReport.Calls.NONE);
        assertThat(part(report, "contoso").outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void failsIfNoOrganizationWasConnected(Simulator one) {
        Simulator other = simulators.start(Groups.fabrikam(1, 1).token(token -> token.withExpired(true)));
        one.faults().always(Match.path("/azure/contoso/_apis/projects"), Fault.answer(500));

        ConnectReport report = runs.statusOfAll(List.of(contoso(one, 2), fabrikam(other, 1)));

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void keepsTheReportsOfTheOthersWhenTheCallersTransportBreaks(Simulator one) {
        Simulator other = simulators.start(Groups.fabrikam(1, 3));
        Transport http = AikidoConnect.transportOf(HttpClient.newHttpClient());
        AikidoConnect aikido = AikidoConnect.builder()
                .transport(call -> {
                    if (call.uri().getPath().endsWith("/fabrikam/_apis/projects")) {
                        throw new IllegalStateException("the proxy said hunter2");
                    }
                    return http.send(call);
                })
                .build();

        ConnectReport report = aikido.connect(List.of(contoso(one, 2), fabrikam(other, 1)));

        ReportSchema.verify(report);
        assertThat(part(report, "contoso").outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(Checks.problem(report).message())
                .contains("The run of the organization failed unexpectedly (IllegalStateException).");
        assertThat(report.toJson()).doesNotContain("hunter2");
    }

    @Test
    void statesOneCoverageOverAllOrganizations(Simulator one) {
        Simulator other = simulators.start(Groups.fabrikam(1, 4));
        runs.connectAll(List.of(contoso(one, 1)));

        ConnectReport report = runs.coverageOfAll(List.of(contoso(one, 2), fabrikam(other, 1)));

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.coverage()).isEqualTo(new Coverage(3, 1, 10, 3, 30));
        assertThat(part(report, "contoso").coverage()).isEqualTo(new Coverage(2, 1, 6, 3, 50));
        assertThat(part(report, "fabrikam").coverage()).isEqualTo(new Coverage(1, 0, 4, 0, 0));
    }

    @Test
    void statesNoCoverageOverAllIfOneCouldNotBeRead(Simulator one) {
        Simulator other = simulators.start(Groups.fabrikam(1, 4).token(token -> token.withExpired(true)));

        ConnectReport report = runs.coverageOfAll(List.of(contoso(one, 2), fabrikam(other, 1)));

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(report.coverage()).isNull();
        assertThat(part(report, "contoso").coverage()).isEqualTo(new Coverage(2, 0, 6, 0, 0));
    }

    @Test
    void comparesEachOrganizationWithItsOwnLeastCoverage(Simulator one) {
        Simulator other = simulators.start(Groups.fabrikam(1, 4));
        OrganizationRequest demanding =
                Companies.request(one, 2).minCoverage(50).build();

        ConnectReport report = runs.coverageOfAll(List.of(demanding, fabrikam(other, 1)));

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.COVERAGE);
        assertThat(Checks.problem(report).message()).startsWith("Organization \"contoso at ");
    }

    @Test
    void reportsWhatWasDoneWhenItIsInterrupted(Simulator one) throws Exception {
        Simulator other = simulators.start(Groups.fabrikam(1, 3));
        other.faults().always(Match.path("/azure/fabrikam/Team%201/**"), Fault.hang());
        CompletableFuture<ConnectReport> ended = new CompletableFuture<>();
        AikidoConnect aikido = AikidoConnect.create();
        Thread thread = new Thread(() -> ended.complete(aikido.connect(List.of(contoso(one, 2), fabrikam(other, 1)))));
        thread.start();
        while (one.workspaces().stream().map(WorkspaceState::monitored).anyMatch(names -> names.size() < 3)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }

        thread.interrupt();

        ConnectReport report = ended.get(1, TimeUnit.MINUTES);
        ReportSchema.verify(report);
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(part(report, "fabrikam").problems())
                .extracting(Problem::message)
                .containsExactly("The run was interrupted.");
        assertThat(part(report, "fabrikam").projects()).hasSize(1);
        assertThat(part(report, "contoso").projects()).hasSize(2);
        assertThat(part(report, "contoso").summary().activated()).isGreaterThan(0);
    }

    @Test
    void recordsOneTraceOfAllOrganizations(Simulator one) {
        Simulator other = simulators.start(Groups.fabrikam(1, 1));
        List<String> traces = new ArrayList<>();
        AikidoConnect aikido = AikidoConnect.builder().trace(traces::add).build();

        aikido.status(List.of(contoso(one, 1), fabrikam(other, 1)));

        assertThat(traces)
                .singleElement()
                .satisfies(trace -> assertThat(trace)
                        .contains(
                                one.azureUrl().getAuthority(), other.azureUrl().getAuthority())
                        .doesNotContain(Shop.TOKEN, Groups.FABRIKAM_TOKEN));
    }
}
