package io.github.aikidoconnect.signin;

import static io.github.aikidoconnect.testing.Identities.request;
import static io.github.aikidoconnect.testing.Identities.servicePrincipal;
import static io.github.aikidoconnect.testing.Identities.signIns;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectSettings;
import io.github.aikidoconnect.SignInMethod;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Companies;
import io.github.aikidoconnect.testing.Identities;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service principal connects a project without a personal access token. */
class ServicePrincipalTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.imported(Setup.shop()));

    private final Runs runs = Runs.withoutPauses();

    @Test
    void connectsAProjectWithOneSignIn(Simulator simulator) {
        ConnectReport report =
                runs.connect(request(simulator, servicePrincipal(simulator)).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().monitored()).contains("shop-web", "shop-api");
        assertThat(signIns(simulator)).hasSize(1);
        assertThat(Identities.authorizations(simulator))
                .singleElement()
                .asString()
                .startsWith("Bearer ");
    }

    @Test
    void isNamedInTheReport(Simulator simulator) {
        ConnectReport report =
                runs.check(request(simulator, servicePrincipal(simulator)).build());

        assertThat(report.projects().get(0).azure().signIn()).isEqualTo(SignInMethod.SERVICE_PRINCIPAL);
        assertThat(report.toJson()).contains("\"signIn\" : \"service-principal\"");
        assertThat(Checks.text(report, CheckId.TOKEN))
                .isEqualTo("Azure DevOps accepts the service principal \"aikido-connect\".");
    }

    @Test
    void hasNoScopesToCheck(Simulator simulator) {
        ConnectReport report =
                runs.check(request(simulator, servicePrincipal(simulator)).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(Checks.SCOPES)
                .allSatisfy(scope -> assertThat(Checks.status(report, scope)).isEqualTo(CheckStatus.SKIPPED));
        assertThat(Checks.status(report, CheckId.SCOPE_EXCESS)).isEqualTo(CheckStatus.SKIPPED);
        assertThat(Checks.text(report, CheckId.SCOPE_CODE))
                .isEqualTo("A service principal has no scopes. It may read the repositories.");
        assertThat(Checks.text(report, CheckId.SCOPE_MEMBER_ENTITLEMENT_MANAGEMENT))
                .isEqualTo("A service principal has no scopes. It may not read the entitlements, which only a token for"
                        + " Aikido has to.");
    }

    @Test
    void signsInOnceForAllProjectsOfARun() {
        Simulator simulator = simulators.start(Companies.of(4, 1)
                .azure(azure -> azure.withIdentities(Setup.shop().azure().identities())));
        OrganizationRequest request = Companies.request(
                        Companies.common(simulator)
                                .azureToken(null)
                                .azureSignIn(servicePrincipal(simulator))
                                .build(),
                        4)
                .build();

        ConnectReport report = runs.connect(request);

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(signIns(simulator)).hasSize(1);
    }

    @Test
    void isAcceptedByEveryGoalButToken(Simulator simulator) {
        var request = request(simulator, servicePrincipal(simulator)).build();

        assertThat(List.of(
                        runs.check(request),
                        runs.list(request),
                        runs.plan(request),
                        runs.connect(request),
                        runs.status(request)))
                .allSatisfy(report ->
                        assertThat(report.isSuccess()).as(report.toText()).isTrue());
        ConnectReport coverage = runs.coverage(
                OrganizationRequest.builder(request.toBuilder().project(null).build())
                        .project(Shop.PROJECT, ProjectSettings.NONE)
                        .build());
        assertThat(coverage.goal()).isEqualTo(Goal.COVERAGE);
        assertThat(Checks.codes(coverage)).isEmpty();
    }

    @Test
    void isNeverHandedOver(Simulator simulator) {
        ConnectReport report = runs.connect(request(simulator, servicePrincipal(simulator))
                .handover(Handover.ALWAYS)
                .build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().tokensHandedOver()).isEmpty();
        assertThat(report.toText()).containsOnlyOnce("A service principal has no personal access token.");
    }

    @Test
    void mayNotReadTheRepositoriesWithoutBasicAccess() {
        Simulator simulator = simulators.start(
                Setup.shop().identity(identity -> identity.withPermissions(List.of("vso.project", "vso.profile"))));

        ConnectReport report =
                runs.check(request(simulator, servicePrincipal(simulator)).build());

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_SCOPE_MISSING);
        assertThat(Checks.problem(report).message()).startsWith("The service principal may not read the repositories");
        assertThat(Checks.problem(report).fix()).contains("access level Basic");
        assertThat(Checks.status(report, CheckId.SCOPE_CODE)).isEqualTo(CheckStatus.FAILED);
    }

    @Test
    void reportsThatItWasNotAddedToTheOrganization() {
        Simulator simulator =
                simulators.start(Setup.shop().identity(identity -> identity.withOrganizations(List.of("fabrikam"))));

        ConnectReport report =
                runs.check(request(simulator, servicePrincipal(simulator)).build());

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_TOKEN_REJECTED);
        assertThat(Checks.problem(report).message())
                .startsWith("The service principal was not added to the organization \"contoso\"")
                .contains("TF401444");
        assertThat(Checks.problem(report).fix()).contains("Add users", "Basic");
    }

    @Test
    void reportsThatItMayNotSeeTheProject(Simulator simulator) {
        ConnectReport report = runs.check(request(simulator, servicePrincipal(simulator))
                .project("Secret Project")
                .build());

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_PROJECT_NOT_FOUND);
        assertThat(Checks.problem(report).fix())
                .contains("add the service principal to the group Readers of the project", "\"" + Shop.PROJECT + "\"");
    }
}
