package io.github.aikidoconnect.faults;

import static io.github.aikidoconnect.testing.Checks.codes;
import static io.github.aikidoconnect.testing.Checks.repository;
import static io.github.aikidoconnect.testing.Setup.IMPORT;
import static io.github.aikidoconnect.testing.Setup.LIST;
import static io.github.aikidoconnect.testing.Setup.calls;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults during an import, and while a run waits for it. */
class ImportOutagesTest {

    private static final Match LISTING = Match.path("**" + LIST);

    /** A shop of which an import never brings anything. */
    private static Scenario withoutArrivals() {
        return Setup.shop().imports(imports -> imports.withNever(true));
    }

    private static final Match ACTIVATION = Match.path("**/activate");

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(imported(Setup.shop()));

    private final Runs runs = Runs.withoutPauses();

    @Test
    void stopsWaitingWhenThePollIsRefusedForGood() {
        Simulator simulator = simulators.start(withoutArrivals());
        simulator
                .faults()
                .add(new FaultRule(
                        LISTING, Fault.answer(403, "application/json", "{\"error\":\"'repositories:read'\"}"), 1, 0));

        ConnectReport report = runs.connect(
                request(simulator).syncTimeout(Duration.ofSeconds(30)).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_SCOPE_MISSING);
        assertThat(calls(simulator, "GET", LIST)).hasSize(2);
        assertThat(repository(report, "shop-web").reason()).contains("lacks the scope repositories:read");
    }

    @Test
    void saysWhyNothingWasSeenToArrive() {
        Simulator simulator = simulators.start(Setup.shop());
        simulator.faults().add(new FaultRule(LISTING, Fault.answer(502), 1, 0));

        ConnectReport report = runs.connect(
                request(simulator).syncTimeout(Duration.ofSeconds(3)).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_UNAVAILABLE, ProblemCode.AIKIDO_SYNC_TIMEOUT);
    }

    @Test
    void doesNotWaitForLongWhereTheImportMayNeverHaveBegun() {
        Simulator simulator = simulators.start(withoutArrivals());
        simulator.faults().always(Match.path("**" + IMPORT), Fault.answer(503));

        ConnectReport report =
                runs.connect(request(simulator).syncTimeout(Duration.ofHours(5)).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_UNAVAILABLE);
        assertThat(calls(simulator, "POST", IMPORT)).hasSize(1);
        assertThat(calls(simulator, "GET", LIST)).hasSizeLessThan(12);
        assertThat(repository(report, "shop-web").action()).isEqualTo(Action.WAIT);
        assertThat(report.summary().failed()).isEqualTo(4);
    }

    @Test
    void saysHowLongItWaitedForAnImportThatBringsNothing() {
        Simulator simulator = simulators.start(withoutArrivals());

        ConnectReport report = runs.connect(
                request(simulator).syncTimeout(Duration.ofSeconds(1)).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_SYNC_TIMEOUT);
        assertThat(report.problems().get(0).message()).endsWith(" within 1 second.");
    }

    @Test
    void leavesAloneWhatAnImportBringsOfOtherProjects() {
        Simulator simulator = simulators.start(
                Setup.shop().imports(imports -> imports.withProjects(List.of(Shop.PROJECT, Shop.OTHER_PROJECT))));

        ConnectReport report = Runs.create()
                .connect(request(simulator).prune(true).pruneLimit(100).build());

        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertThat(simulator.workspace().repositories())
                .extracting(CodeRepository::name)
                .contains("pay-core", "pay-gateway");
        assertThat(simulator.workspace().monitored())
                .containsExactly("Zahlungs Übersicht", "shop-api", "shop-assets", "shop-web");
        assertThat(report.repositories()).hasSize(6);
    }

    @Test
    void stopsWaitingForMoreOnceNothingCanBeActivated() {
        Simulator simulator = simulators.start(
                Setup.shop().imports(imports -> imports.withDelayMillis(0).withWithout(List.of("shop-assets"))));
        simulator
                .faults()
                .always(ACTIVATION, Fault.answer(403, "application/json", "{\"error\":\"'repositories:write'\"}"));

        ConnectReport report = runs.connect(
                request(simulator).syncTimeout(Duration.ofSeconds(20)).build());

        assertThat(codes(report)).containsExactly(ProblemCode.AIKIDO_SCOPE_MISSING);
        assertThat(calls(simulator, "GET", LIST)).hasSizeLessThan(6);
    }
}
