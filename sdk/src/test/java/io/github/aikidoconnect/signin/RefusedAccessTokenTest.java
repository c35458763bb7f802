package io.github.aikidoconnect.signin;

import static io.github.aikidoconnect.testing.Companies.part;
import static io.github.aikidoconnect.testing.Identities.servicePrincipal;
import static io.github.aikidoconnect.testing.Identities.signIns;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.testing.Companies;
import io.github.aikidoconnect.testing.Identities;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An access token of an identity that Azure DevOps refuses in the middle of a run, before its end. */
class RefusedAccessTokenTest {

    private static final Fault REFUSED = Fault.answer(401, "text/html", "<p>TF400813</p>");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Companies.of(4, 1)
            .azure(azure -> azure.withIdentities(Setup.shop().azure().identities())));

    private final Runs runs = Runs.withoutPauses();

    private ConnectReport connect(Simulator simulator) {
        OrganizationRequest request = Companies.request(
                        Companies.common(simulator)
                                .azureToken(null)
                                .azureSignIn(servicePrincipal(simulator))
                                .build(),
                        4)
                .build();
        return runs.connect(request);
    }

    @Test
    void isReplacedOnce(Simulator simulator) {
        simulator.faults().once(Match.path("/azure/contoso/Team%202/**"), REFUSED);

        ConnectReport report = connect(simulator);

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(signIns(simulator)).hasSize(2);
        assertThat(Identities.authorizations(simulator)).hasSize(2);
    }

    @Test
    void isReplacedOnceIfTheNextOneIsRefusedToo(Simulator simulator) {
        simulator.faults().always(Match.path("/azure/contoso/Team%202/**"), REFUSED);

        ConnectReport report = connect(simulator);

        assertThat(part(report, "Team 2").problems()).hasSize(1);
        assertThat(part(report, "Team 1").problems()).isEmpty();
        assertThat(signIns(simulator)).hasSize(2);
    }

    @Test
    void isNotReplacedIfAzureDevOpsAcceptedNone(Simulator simulator) {
        simulator.faults().always(Match.path("/azure/contoso/**"), REFUSED);

        ConnectReport report = connect(simulator);

        assertThat(report.isSuccess()).isFalse();
        assertThat(signIns(simulator)).hasSize(1);
    }
}
