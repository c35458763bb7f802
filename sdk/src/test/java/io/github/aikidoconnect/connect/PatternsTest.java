package io.github.aikidoconnect.connect;

import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Company;
import io.github.aikidoconnect.testing.Checks;
import io.github.aikidoconnect.testing.Companies;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Includes and excludes that match nothing are most often mistyped. */
class PatternsTest {

    private final Runs runs = Runs.withoutPauses();

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(imported(Setup.shop(), "shop-web", "shop-api"));

    @Test
    void aPatternThatMatchesNoRepositoryIsAWarning(Simulator simulator) {
        ConnectReport report = runs.plan(request(simulator)
                .includes(List.of("shop-*", "shp-*"))
                .excludes(List.of("*-archiv"))
                .build());

        assertThat(Checks.of(report, CheckId.PROJECT))
                .isEqualTo(new Check(
                        CheckId.PROJECT,
                        CheckStatus.WARNING,
                        "\"Shop Front\" has 6 repositories. No repository matches include \"shp-*\", exclude"
                                + " \"*-archiv\".",
                        "Correct or remove the pattern in ConnectRequest.includes or ConnectRequest.excludes."));
        assertThat(report.isSuccess()).isTrue();
    }

    @Test
    void aPatternThatMatchesIsNone(Simulator simulator) {
        ConnectReport report = runs.plan(request(simulator)
                .includes(List.of("SHOP-*"))
                .excludes(List.of("*-archive"))
                .build());

        assertThat(Checks.of(report, CheckId.PROJECT).status()).isEqualTo(CheckStatus.PASSED);
    }

    @Test
    void aPatternForAllProjectsNeedNotMatchInEach() {
        Simulator simulator = simulators.start(Companies.of(3, 2));
        ConnectRequest common = Companies.common(simulator)
                .excludes(List.of("team-2-*", "tema-*"))
                .build();

        ConnectReport report = runs.status(Companies.request(common, 3).build());

        assertThat(report.checks())
                .filteredOn(check -> check.id() == CheckId.PROJECT && check.status() == CheckStatus.WARNING)
                .extracting(Check::message)
                .containsExactly(
                        "\"" + Company.project(1) + "\" has 2 repositories. No repository matches exclude \"tema-*\".");
    }
}
