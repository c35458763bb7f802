package io.github.aikidoconnect.organization;

import static io.github.aikidoconnect.organization.Covered.company;
import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Companies.part;
import static io.github.aikidoconnect.testing.Companies.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectSettings;
import io.github.aikidoconnect.ProjectState;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.testing.Companies;
import io.github.aikidoconnect.testing.ReportSchema;
import io.github.aikidoconnect.testing.Runs;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a figure leaves out because it cannot be read, and when there is no figure. */
class CoverageUnknownTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(company());

    private final Runs runs = Runs.withoutPauses();

    @Test
    void doesNotKnowWhatCannotBeRead(Simulator simulator) {
        simulator.faults().always(Match.path("/azure/contoso/Team%201/**"), Fault.answer(500));
        simulator.faults().always(Match.path("/azure/contoso/Team%204/**"), Fault.answer(500));

        ConnectReport report =
                runs.coverage(request(simulator, 3).minCoverage(10).build());

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(codes(report)).containsExactly(ProblemCode.AZURE_UNAVAILABLE);
        assertThat(part(report, "Team 1").state()).isEqualTo(ProjectState.UNKNOWN);
        assertThat(part(report, "Team 4").state()).isEqualTo(ProjectState.UNKNOWN);
        assertThat(report.coverage()).isEqualTo(new Coverage(4, 0, 6, 1, 16.6));
    }

    @Test
    void takesAWorkspaceThatIsNamedAndCannotBeReadForAProblem(Simulator simulator) {
        ConnectReport report = runs.coverage(request(simulator, 2)
                .project("Team 3", ProjectSettings.NONE)
                .project(
                        "Team 4",
                        (settings, project) -> settings.aikidoClient(Secret.of("unknown"), Secret.of("unknown-secret")))
                .build());

        assertThat(codes(report)).containsExactly(ProblemCode.CONFIGURATION, ProblemCode.AIKIDO_CREDENTIALS_REJECTED);
        assertThat(part(report, "Team 3").state()).isEqualTo(ProjectState.UNKNOWN);
        assertThat(part(report, "Team 4").state()).isEqualTo(ProjectState.UNKNOWN);
        assertThat(part(report, "Team 4").repositories())
                .hasSize(3)
                .extracting(RepositoryReport::reason)
                .containsOnly("It could not be determined which repositories of the project Aikido monitors.");
    }

    @Test
    void countsTheRepositoriesOfAProjectWhosePasswordCannotBeRead(Simulator simulator) {
        Problem problem = new Problem(ProblemCode.CONFIGURATION, "It cannot be decrypted.", "Encrypt it again.");

        ConnectReport report = runs.coverage(request(simulator, 4)
                .project(
                        "Team 2",
                        (settings, project) ->
                                settings.aikidoClient(null, null).problem(Setting.AIKIDO_CLIENT, problem))
                .build());

        assertThat(report.problems())
                .singleElement()
                .satisfies(told -> assertThat(told.message()).isEqualTo("Project \"Team 2\": It cannot be decrypted."));
        assertThat(part(report, "Team 2").state()).isEqualTo(ProjectState.UNKNOWN);
        assertThat(report.coverage()).isEqualTo(new Coverage(4, 1, 12, 3, 25));
    }

    @Test
    void isReportedInItsFormEvenWhereItWasNeverStarted() {
        ConnectReport report = ConnectReport.notStarted(
                Goal.COVERAGE,
                ConnectRequest.builder()
                        .organization("https://me:hunter2@dev.azure.com/contoso")
                        .build(),
                Instant.now(),
                new Problem(ProblemCode.CONFIGURATION, "The file was not found:.", "Name it."));

        ReportSchema.verify(report);
        assertThat(report.toJson()).doesNotContain("hunter2");
    }

    @Test
    void isNotFullWhereNothingIsSeen() {
        Simulator simulator = simulators.start(company().organization(o -> o.withProjects(List.of())));
        Simulator empty = simulators.start(Companies.of(2, 0));

        ConnectReport nothing =
                runs.coverage(request(simulator, 1).minCoverage(100).build());
        ConnectReport noCode = runs.coverage(request(empty, 2).minCoverage(100).build());

        assertThat(nothing.coverage()).isNull();
        assertThat(noCode.coverage()).isEqualTo(new Coverage(2, 0, 0, 0, 0));
        assertThat(nothing.isSuccess()).isFalse();
        assertThat(codes(nothing)).containsExactly(ProblemCode.AZURE_PROJECT_NOT_FOUND);
        assertThat(codes(noCode)).containsExactly(ProblemCode.NO_REPOSITORY_SELECTED);
    }

    @Test
    void isToldWhateverElseIsWrongWithTheToken() {
        Simulator simulator =
                simulators.start(company().token(token -> token.without("vso.memberentitlementmanagement")));

        ConnectReport report = runs.coverage(request(simulator, 4).build());

        assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(codes(report)).containsExactly(ProblemCode.AZURE_SCOPE_MISSING);
        assertThat(report.coverage()).isEqualTo(new Coverage(4, 1, 12, 4, 33.3));
    }

    @Test
    void hasNoFigureWhereNotEvenTheProjectsAreKnown() {
        Simulator simulator = simulators.start(company().token(token -> token.withExpired(true)));

        ConnectReport report =
                runs.coverage(request(simulator, 4).minCoverage(50).build());

        assertThat(report.coverage()).isNull();
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(report)).containsExactly(ProblemCode.AZURE_TOKEN_EXPIRED);
        assertThat(report.toText()).contains("Coverage: failed (");
    }
}
