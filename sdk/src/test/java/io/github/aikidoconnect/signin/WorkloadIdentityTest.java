package io.github.aikidoconnect.signin;

import static io.github.aikidoconnect.testing.Identities.application;
import static io.github.aikidoconnect.testing.Identities.request;
import static io.github.aikidoconnect.testing.Identities.signIns;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.SignInMethod;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An application signs in with the token of another issuer, without a secret. */
class WorkloadIdentityTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.imported(Setup.shop()));

    private final Runs runs = Runs.withoutPauses();

    @TempDir
    private Path folder;

    private AzureSignIn file(Simulator simulator, String content) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), content);
        return AzureSignIn.workloadIdentity(application(simulator), file);
    }

    private static AzureSignIn connection(Simulator simulator, String jobToken, String id) {
        String requestUri = simulator.azureUrl() + "/" + Shop.ORGANIZATION + "/" + Shop.PROJECT_ID
                + "/_apis/distributedtask/hubs/build/plans/1/jobs/2/oidctoken";
        return AzureSignIn.workloadIdentity(
                application(simulator), new AzureSignIn.PipelineConnection(requestUri, Secret.of(jobToken), id));
    }

    private Problem problem(Simulator simulator, AzureSignIn signIn) {
        ConnectReport report = runs.check(request(simulator, signIn).build());
        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_SIGN_IN_FAILED);
        return Checks.problem(report);
    }

    @Test
    void connectsAProjectWithATokenInAFile(Simulator simulator) throws Exception {
        ConnectReport report = runs.connect(
                request(simulator, file(simulator, Shop.FEDERATED_TOKEN + "\n")).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.projects().get(0).azure().signIn()).isEqualTo(SignInMethod.WORKLOAD_IDENTITY);
        assertThat(signIns(simulator))
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.requestBody())
                        .contains("client_assertion=" + Shop.FEDERATED_TOKEN)
                        .doesNotContain("client_secret"));
    }

    @Test
    void connectsAProjectWithAServiceConnectionOfAzurePipelines(Simulator simulator) {
        ConnectReport report =
                runs.connect(request(simulator, connection(simulator, Shop.JOB_TOKEN, Shop.SERVICE_CONNECTION_ID))
                        .pipelineToken(Secret.of(Shop.JOB_TOKEN))
                        .build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.projects().get(0).azure().signIn()).isEqualTo(SignInMethod.WORKLOAD_IDENTITY);
        assertThat(simulator.workspace().monitored()).contains("shop-web");
    }

    @Test
    void reportsThatTheApplicationDoesNotTrustTheToken(Simulator simulator) throws Exception {
        Problem problem = problem(simulator, file(simulator, "eyJhbGciOiJub25lIn0.e30.another-issuer"));

        assertThat(problem.message()).contains("AADSTS700213");
        assertThat(problem.fix()).contains("Federated credentials", "The subject differs");
    }

    @Test
    void reportsThatTheFileDoesNotExist(Simulator simulator) {
        Problem problem =
                problem(simulator, AzureSignIn.workloadIdentity(application(simulator), folder.resolve("missing")));

        assertThat(problem.message()).contains("The file with the federated token does not exist");
        assertThat(signIns(simulator)).isEmpty();
    }

    @Test
    void reportsThatThePipelineMayNotUseTheServiceConnection(Simulator simulator) {
        Problem problem = problem(simulator, connection(simulator, Shop.JOB_TOKEN, Shop.TENANT_ID));

        assertThat(problem.message()).contains("Azure Pipelines answered with HTTP 404");
        assertThat(problem.fix()).contains("allow the pipeline to use the service connection");
    }

    @Test
    void namesEachMissingValueOfAServiceConnection(Simulator simulator) {
        ConnectReport report =
                runs.check(request(simulator, connection(simulator, "", "")).build());

        assertThat(report.problems()).extracting(Problem::code).containsOnly(ProblemCode.CONFIGURATION);
        assertThat(report.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "The id of the service connection of Azure Pipelines was not specified.",
                        "The token of the pipeline's job was not specified.");
        assertThat(simulator.exchanges()).isEmpty();
    }
}
