package io.github.aikidoconnect.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraApplication;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.Jvm;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Microsoft's library costs a run with a token nothing. */
class LoadedClassesTest {

    private static final String LIBRARY = "com.microsoft.aad.msal4j";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    @Test
    void haveNoneOfTheLibraryInARunWithAToken(Simulator simulator, @TempDir Path folder) throws Exception {
        assertThat(loaded(simulator, "", folder))
                .contains("io.github.aikidoconnect.internal.run")
                .doesNotContain(LIBRARY);
    }

    @Test
    void haveTheLibraryInARunWithAServicePrincipal(Simulator simulator, @TempDir Path folder) throws Exception {
        assertThat(loaded(simulator, simulator.entraUrl().toString(), folder)).contains(LIBRARY);
    }

    private static String loaded(Simulator simulator, String entraUrl, Path folder) throws Exception {
        Path output = folder.resolve("output");
        List<String> options = List.of(
                "-Xlog:class+load",
                "-Dazure=" + simulator.azureUrl(),
                "-Daikido=" + simulator.aikidoUrl(),
                "-Dentra=" + entraUrl);
        assertThat(Jvm.run(LoadedClassesTest.class, options, output)).isZero();
        return Files.readString(output);
    }

    /** Checks the shop. */
    public static void main(String[] none) {
        ConnectRequest.Builder request = Runs.shop(System.getProperty("azure"), System.getProperty("aikido"));
        String entra = System.getProperty("entra");
        if (!entra.isEmpty()) {
            request.azureToken(null)
                    .azureSignIn(AzureSignIn.servicePrincipal(
                            new EntraApplication(Shop.TENANT_ID, Shop.IDENTITY_ID, entra),
                            Secret.of(Shop.IDENTITY_SECRET)));
        }
        try (AikidoConnect aikido = AikidoConnect.create()) {
            ConnectReport report = aikido.check(request.build());
            System.out.println(report.toText());
            System.exit(report.isSuccess() ? 0 : 1);
        }
    }
}
