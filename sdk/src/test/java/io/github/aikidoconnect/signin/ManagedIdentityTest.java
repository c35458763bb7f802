package io.github.aikidoconnect.signin;

import static io.github.aikidoconnect.testing.Identities.request;
import static io.github.aikidoconnect.testing.Identities.signIns;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.AzureSignIn.IdentityEndpoint;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.SignInMethod;
import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.contract.SecretSearch;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine in Azure signs in with its managed identity, without any secret of the user. */
class ManagedIdentityTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.imported(Setup.shop()));

    private static final Match METADATA = Match.path("/entra/metadata/**");

    private final Runs runs = Runs.withoutPauses();

    private static IdentityEndpoint machine(Simulator simulator) {
        return new IdentityEndpoint(simulator.entraUrl().toString(), Secret.of(null));
    }

    private static IdentityEndpoint appService(Simulator simulator, String header) {
        return new IdentityEndpoint(simulator.entraUrl() + "/msi/token", Secret.of(header));
    }

    @Test
    void ofAVirtualMachineConnectsAProject(Simulator simulator) {
        ConnectReport report = runs.connect(request(simulator, AzureSignIn.managedIdentity(null, machine(simulator)))
                .build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(report.projects().get(0).azure().signIn()).isEqualTo(SignInMethod.MANAGED_IDENTITY);
        assertThat(Checks.text(report, CheckId.TOKEN))
                .isEqualTo("Azure DevOps accepts the managed identity \"build-machine\".");
        assertThat(signIns(simulator)).hasSize(1);
    }

    @Test
    void ofAnAppServiceConnectsAProject(Simulator simulator) {
        ConnectReport report = runs.connect(request(
                        simulator,
                        AzureSignIn.managedIdentity(
                                Shop.MANAGED_IDENTITY_ID, appService(simulator, Shop.IDENTITY_HEADER)))
                .build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(signIns(simulator))
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.query()).contains("client_id=" + Shop.MANAGED_IDENTITY_ID));
    }

    @Test
    void thatIsNotAssignedIsReported(Simulator simulator) {
        ConnectReport report =
                runs.check(request(simulator, AzureSignIn.managedIdentity(Shop.IDENTITY_ID, machine(simulator)))
                        .build());

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_SIGN_IN_FAILED);
        assertThat(Checks.problem(report).message()).contains("Identity not found");
        assertThat(Checks.problem(report).fix()).startsWith("Assign the managed identity to the Azure resource");
    }

    @Test
    void withAWrongHeaderIsReportedWithoutTheHeader(Simulator simulator) {
        ConnectReport report = runs.check(
                request(simulator, AzureSignIn.managedIdentity(null, appService(simulator, "another-identity-header")))
                        .build());

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.AZURE_SIGN_IN_FAILED);
        assertThat(SecretSearch.of("another-identity-header").in(report.toJson()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://metadata.example.com",
                "https://169.254.169.254.example.com",
                "http://user@169.254.169.254",
                "http://10.0.0.1",
                "not a URL"
            })
    void isRequestedOnlyOnThisMachine(String url) {
        Simulator simulator = simulators.start(Setup.shop());

        ConnectReport report = runs.check(request(
                        simulator,
                        AzureSignIn.managedIdentity(null, new IdentityEndpoint(url, Secret.of("identity-header"))))
                .build());

        assertThat(Checks.problem(report).code()).isEqualTo(ProblemCode.CONFIGURATION);
        assertThat(Checks.problem(report).message()).contains("is not an address of this machine");
        assertThat(simulator.exchanges()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404, 4", "429, 4", "500, 4", "504, 4", "410, 6"})
    void isRequestedAgainWhileTheMetadataServiceIsUpdatingOrOverloaded(int status, int refusals) {
        Simulator simulator = simulators.start(Setup.imported(Setup.shop()));
        simulator.faults().times(refusals, METADATA, Fault.answer(status, "application/json", "{}"));

        ConnectReport report = runs.connect(request(simulator, AzureSignIn.managedIdentity(null, machine(simulator)))
                .build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(signIns(simulator)).hasSize(refusals + 1);
        assertThat(runs.progress.stream()
                        .filter(Progress.Waiting.class::isInstance)
                        .map(Progress::line))
                .anySatisfy(line -> assertThat(line)
                        .contains("The endpoint of the managed identity answered with " + status + "; trying again"));
    }

    @ParameterizedTest
    @CsvSource({"404, 5", "503, 5", "410, 7", "400, 1", "403, 1"})
    void isGivenUpAfterTheTimeThatMicrosoftDocuments(int status, int requests) {
        Simulator simulator = simulators.start(Setup.shop());
        simulator.faults().always(METADATA, Fault.answer(status, "application/json", "{}"));

        ConnectReport report = runs.list(request(simulator, AzureSignIn.managedIdentity(null, machine(simulator)))
                .build());

        assertThat(Checks.problem(report).message()).contains("HTTP " + status);
        assertThat(signIns(simulator)).hasSize(requests);
    }

    @Test
    void isNotRequestedThroughTheProxyOfTheCaller(Simulator simulator) {
        List<String> hosts = new CopyOnWriteArrayList<>();
        Transport proxy = call -> {
            hosts.add(call.uri().getPath());
            return CompletableFuture.failedFuture(new ConnectException("The proxy is down"));
        };

        try (AikidoConnect aikido = AikidoConnect.builder().transport(proxy).build()) {
            aikido.list(request(simulator, AzureSignIn.managedIdentity(null, machine(simulator)))
                    .build());
        }

        assertThat(signIns(simulator)).hasSize(1);
        assertThat(hosts).isNotEmpty().noneMatch(path -> path.startsWith("/entra/"));
    }
}
