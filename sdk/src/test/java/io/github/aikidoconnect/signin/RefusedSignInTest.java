package io.github.aikidoconnect.signin;

import static io.github.aikidoconnect.testing.Identities.application;
import static io.github.aikidoconnect.testing.Identities.request;
import static io.github.aikidoconnect.testing.Identities.servicePrincipal;
import static io.github.aikidoconnect.testing.Identities.signIns;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.EntraApplication;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sign-in that Microsoft Entra refuses is reported with its code and with what to do. */
class RefusedSignInTest {

    private static final String OTHER_ID = "00000000-1111-2222-3333-444444444444";
    private static final String TOKEN = "**/oauth2/v2.0/token";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    private final Runs runs = Runs.withoutPauses();

    private Problem problem(Simulator simulator, AzureSignIn signIn) {
        ConnectReport report = runs.check(request(simulator, signIn).build());
        assertThat(Checks.status(report, CheckId.TOKEN)).isEqualTo(CheckStatus.FAILED);
        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_SIGN_IN_FAILED);
        return Checks.problem(report);
    }

    @Test
    void ofAWrongSecret(Simulator simulator) {
        Problem problem = problem(
                simulator,
                AzureSignIn.servicePrincipal(application(simulator), Secret.of("another-secret-not-a-secret")));

        assertThat(problem.message()).contains("AADSTS7000215: Invalid client secret provided");
        assertThat(problem.fix()).contains("value of the secret, not its id");
        assertThat(signIns(simulator)).as("a refusal is not tried again").hasSize(1);
    }

    @Test
    void ofAnExpiredSecret() {
        Simulator simulator = simulators.start(Setup.shop().identity(identity -> identity.withSecretExpired(true)));

        Problem problem = problem(simulator, servicePrincipal(simulator));

        assertThat(problem.message()).contains("AADSTS7000222").doesNotContain("Trace ID");
        assertThat(problem.fix()).contains("the secret has expired");
    }

    private Problem problemOf(Simulator simulator, String tenantId, String clientId) {
        return problem(
                simulator,
                AzureSignIn.servicePrincipal(
                        application(simulator, tenantId, clientId), Secret.of(Shop.IDENTITY_SECRET)));
    }

    @Test
    void ofAnUnknownClient(Simulator simulator) {
        Problem problem = problemOf(simulator, Shop.TENANT_ID, OTHER_ID);

        assertThat(problem.message()).contains("AADSTS700016");
        assertThat(problem.fix()).contains("the tenant has no application with this id");
    }

    @Test
    void ofAnUnknownTenant(Simulator simulator) {
        Problem problem = problemOf(simulator, OTHER_ID, Shop.IDENTITY_ID);

        assertThat(problem.message()).contains("AADSTS90002");
        assertThat(problem.fix()).contains("it was not found");
    }

    @Test
    void withACodeThatHasNoAdviceNamesItsPage(Simulator simulator) {
        simulator.faults().always(Match.of("POST", TOKEN), Fault.answer(400, "application/json", """
                {"error": "invalid_request", "error_description": "Something is wrong.", "error_codes": [9999999]}"""));

        Problem problem = problem(simulator, servicePrincipal(simulator));

        assertThat(problem.message()).contains("AADSTS9999999: Something is wrong");
        assertThat(problem.fix()).contains("https://login.microsoftonline.com/error?code=9999999");
    }

    @Test
    void becauseOfAnOutageIsTriedAgainAndThenReported(Simulator simulator) {
        simulator.faults().always(Match.of("POST", TOKEN), Fault.answer(503, "text/html", "<p>Unavailable</p>"));

        Problem problem = problem(simulator, servicePrincipal(simulator));

        assertThat(problem.message()).contains("HTTP 503");
        assertThat(problem.fix()).startsWith("Run it again later");
        assertThat(signIns(simulator)).hasSize(4);
    }

    @Test
    void becauseOfAnAnswerThatIsNoToken(Simulator simulator) {
        simulator.faults().always(Match.of("POST", TOKEN), Fault.answer(200, "application/json", """
                        {"token_type": "Bearer", "access_token": "abc", "expires_in": "soon"}"""));

        assertThat(problem(simulator, servicePrincipal(simulator)).message()).contains("Microsoft Entra");
    }

    @Test
    void becauseARedirectIsNotFollowed(Simulator simulator) {
        simulator
                .faults()
                .always(
                        Match.of("POST", TOKEN),
                        Fault.answer(302).withHeaders(Map.of("Location", simulator.aikidoUrl() + "/api/oauth/token")));

        Problem problem = problem(simulator, servicePrincipal(simulator));

        assertThat(problem.message()).contains("HTTP 302");
        assertThat(simulator.exchanges())
                .filteredOn(exchange -> exchange.requestBody().contains("client_credentials"))
                .filteredOn(exchange -> exchange.requestBody().contains(Shop.IDENTITY_ID))
                .allSatisfy(exchange -> assertThat(exchange.path()).startsWith("/entra/"));
    }

    @Test
    void becauseOfValuesThatCannotBeSentSendsNothing(Simulator simulator) {
        EntraApplication application = new EntraApplication("a/b", "name", "http://login.example.com");

        ConnectReport report = runs.check(request(simulator, AzureSignIn.servicePrincipal(application, Secret.of("")))
                .build());

        assertThat(Checks.codes(report)).hasSize(4).containsOnly(ProblemCode.CONFIGURATION);
        assertThat(simulator.exchanges()).isEmpty();
    }
}
