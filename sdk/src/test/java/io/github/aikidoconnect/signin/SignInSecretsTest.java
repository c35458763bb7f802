package io.github.aikidoconnect.signin;

import static io.github.aikidoconnect.testing.Identities.request;
import static io.github.aikidoconnect.testing.Identities.servicePrincipal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.contract.SecretSearch;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.limit.FastTime;
import io.github.aikidoconnect.internal.run.InjectedTime;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Identities;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The secrets of a sign-in are in no report and no trace, also if a service repeats them. */
class SignInSecretsTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    private final List<String> traces = new CopyOnWriteArrayList<>();

    private String output(Simulator simulator, AzureSignIn signIn) {
        try (AikidoConnect aikido =
                InjectedTime.builder(new FastTime()).trace(traces::add).build()) {
            ConnectReport report = aikido.check(request(simulator, signIn).build());
            return report.toText() + report.toJson() + report.toHtml() + signIn + traces;
        }
    }

    @Test
    void areNotPartOfItsOutput(Simulator simulator) {
        String output = output(simulator, servicePrincipal(simulator));

        String accessToken = Identities.authorizations(simulator).get(0).replaceFirst("Bearer ", "");
        assertThat(traces).singleElement().asString().contains("/oauth2/v2.0/token");
        assertThat(SecretSearch.of(Shop.IDENTITY_SECRET, accessToken).in(output))
                .isEmpty();
    }

    @Test
    void areRemovedFromARefusalThatRepeatsThem(Simulator simulator) {
        simulator
                .faults()
                .always(
                        Match.of("POST", "**/oauth2/v2.0/token"),
                        Fault.answer(
                                401,
                                "application/json",
                                "{\"error\":\"invalid_client\",\"error_description\":" + "\"AADSTS7000215: The secret "
                                        + Shop.IDENTITY_SECRET + " is wrong.\"}"));

        String output = output(simulator, servicePrincipal(simulator));

        assertThat(output).contains("AADSTS7000215: The secret ****** is wrong");
        assertThat(SecretSearch.of(Shop.IDENTITY_SECRET).in(output)).isEmpty();
    }
}
