package io.github.aikidoconnect.connect;

import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is said of a workspace's configuration errors that leave the connection to the source code alone. */
class AikidoConnectionTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(imported(Setup.shop()));

    private final Runs runs = Runs.create();

    @Test
    void showsEachErrorByItsTitleWithWhatItConcerns() {
        Simulator simulator = withErrors(List.of(
                ConfigurationError.lockfileMissing(1, "shop-web"),
                ConfigurationError.lockfileMissing(2, "shop-api"),
                ConfigurationError.scmDisconnected()
                        .withKind("domain_not_accessible")
                        .withTitle("The domain does not answer.")
                        .withLocationType("domain")
                        .withLocationName("shop.example")));

        ConnectReport report = runs.connect(request(simulator).build());

        Check connection = Checks.of(report, CheckId.AIKIDO_CONNECTION);
        assertThat(connection.status()).isEqualTo(CheckStatus.WARNING);
        assertThat(connection.message())
                .isEqualTo("Aikido reports in the workspace's configuration: No lockfile was found (repository"
                        + " \"shop-web\", repository \"shop-api\"); The domain does not answer (domain"
                        + " \"shop.example\").");
        assertThat(connection.brokenConnection()).isFalse();
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
    }

    @Test
    void showsThemBesideABrokenConnectionAndAfterItIsRepaired() {
        Simulator simulator = withErrors(
                List.of(ConfigurationError.scmDisconnected(), ConfigurationError.lockfileMissing(1, "shop-web")));

        ConnectReport before = runs.check(request(simulator).build());
        assertThat(Checks.of(before, CheckId.AIKIDO_CONNECTION).brokenConnection())
                .isTrue();
        assertThat(before.toJson()).doesNotContain("brokenConnection");
        assertThat(Checks.text(before, CheckId.AIKIDO_CONNECTION))
                .startsWith("Aikido reports its connection to Azure DevOps as broken.")
                .contains("No lockfile was found");
        Check after = Checks.of(runs.connect(request(simulator).build()), CheckId.AIKIDO_CONNECTION);
        assertThat(after.status()).isEqualTo(CheckStatus.WARNING);
        assertThat(after.brokenConnection()).isFalse();
        assertThat(after.message()).contains("reaches the source code again", "No lockfile was found");
    }

    @Test
    void namesFiveOfManyPlaces() {
        List<ConfigurationError> many = new ArrayList<>();
        IntStream.rangeClosed(1, 40).forEach(i -> many.add(ConfigurationError.lockfileMissing(i, "r" + i)));

        assertThat(Checks.text(runs.check(request(withErrors(many)).build()), CheckId.AIKIDO_CONNECTION))
                .contains("repository \"r5\" and 35 more")
                .doesNotContain("\"r6\"");
    }

    private Simulator withErrors(List<ConfigurationError> errors) {
        return simulators.start(
                imported(Setup.shop()).workspace(workspace -> workspace.withConfigurationErrors(errors)));
    }
}
