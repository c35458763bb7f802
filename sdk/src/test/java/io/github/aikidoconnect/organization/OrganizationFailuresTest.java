package io.github.aikidoconnect.organization;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Companies.common;
import static io.github.aikidoconnect.testing.Companies.names;
import static io.github.aikidoconnect.testing.Companies.part;
import static io.github.aikidoconnect.testing.Companies.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.http.JdkTransport;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.ApiClient;
import io.github.aikidoconnect.simulator.scenario.Company;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Companies;
import io.github.aikidoconnect.testing.ReportSchema;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with one of many projects, or with all of them. */
class OrganizationFailuresTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Companies.of(4, 3));

    private final Runs runs = Runs.withoutPauses();

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
            assertThat(problem.message()).startsWith("Project \"Team 2\": Aikido rejected");
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
        some.faults().always(Match.path("/azure/contoso/Team%201/**"), Setup.forbidden());
        some.faults().always(Match.path("/azure/contoso/Team%203/**"), Setup.forbidden());

        ConnectReport two = runs.connect(request(some, 4).build());

        assertThat(two.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(two.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("Projects \"Team 1\", \"Team 3\": "));
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
                .isEqualTo("Project \"Team 2\": The settings of the project could not be determined"
                        + " (IllegalStateException).");
        assertThat(report.toJson()).doesNotContain("hunter2");
        assertThat(simulator.workspaces().get(0).monitored()).hasSize(3);
    }

    @Test
    void saysWhyTheProjectsAreNotKnown() {
        Simulator simulator = simulators.start(Companies.of(2, 1).token(token -> token.withExpired(true)));

        ConnectReport report = runs.connect(request(simulator, 2).build());

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(report)).containsExactly(ProblemCode.AZURE_TOKEN_EXPIRED);
        assertThat(Checks.status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.FAILED);
        assertThat(simulator.exchanges()).noneMatch(exchange -> exchange.path().startsWith("/aikido"));
        assertThat(report.toText())
                .contains("Checks (1 of 8 passed, 1 failed, 6 skipped)")
                .contains("  FAILED   token                              The personal access token has expired.")
                .contains("  skipped  project                            It was not checked, because the token was "
                        + "not accepted.");
    }

    @Test
    void saysThatAzureDevOpsIsDownOnceForAll(Simulator simulator) {
        simulator.faults().always(Match.path("/azure/contoso/_apis/projects"), Fault.answer(500));

        ConnectReport report = runs.connect(request(simulator, 4).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AZURE_UNAVAILABLE);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
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
                AikidoConnect.builder().transport(breakingFor("Team%202", how)).build();
        ConnectRequest common = common(simulator)
                .organization("https://me:hunter2@" + simulator.azureUrl().getAuthority() + "/contoso")
                .azureUrl(simulator.azureUrl().toString())
                .build();

        ConnectReport report = aikido.connect(request(common, 4).build());

        ReportSchema.verify(report);
        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(Checks.problem(report).message())
                .isEqualTo("Project \"Team 2\": The run of the project failed unexpectedly (" + how.getSimpleName()
                        + ").");
        assertThat(report.summary().activated()).isEqualTo(9);
        assertThat(report.toJson()).doesNotContain("hunter2");
    }

    @Test
    void tellsWhatWasDoneBeforeARunBrokeOff(Simulator simulator) {
        AikidoConnect aikido = AikidoConnect.builder()
                .transport(breakingFor("/activate", IllegalStateException.class))
                .build();

        ConnectReport report = aikido.connect(request(simulator, 1).build());

        assertThat(report.summary().found()).isEqualTo(3);
        assertThat(report.calls().aikido()).isPositive();
        assertThat(codes(report)).contains(ProblemCode.PARTIAL);
    }

    private static Transport breakingFor(String part, Class<? extends Throwable> how) {
        Transport real = JdkTransport.create();
        return request -> {
            if (request.uri().toString().contains(part)) {
                if (how == OutOfMemoryError.class) {
                    throw new OutOfMemoryError("unable to create native thread");
                }
                throw new IllegalStateException("a fault of the client");
            }
            return real.send(request);
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
}
