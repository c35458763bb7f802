package io.github.aikidoconnect.api;

import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person reads on the console after real runs. How many calls it took is told by other tests. */
class ConsoleTextTest {

    private final Runs runs = Runs.create();

    private static final String TFVC_WARNING = """
            Checks (10 of 11 passed)
              warning  aikido.connection  Aikido does not list the TFVC repository "$/Shop Front".
                                          Add it once in Aikido's web page, under Repositories. Later runs keep it monitored.
            """;

    @RegisterExtension
    final SimulatorExtension simulators =
            SimulatorExtension.of(Scenario.shop().workspace(workspace -> workspace.withCallsPerWindow(1000)));

    @Test
    void ofADryRunAConnectAndASecondOne(Simulator simulator) {
        ConnectRequest request = request(simulator).build();
        assertThat(text(runs.plan(request))).isEqualTo(TFVC_WARNING + """
                Repositories (7)
                  to import  shop-web            Aikido does not list it yet.
                  to import  shop-api            Aikido does not list it yet.
                  to import  Zahlungs Übersicht  Aikido does not list it yet.
                  skipped    shop-archive        It is disabled in Azure DevOps, so Aikido cannot read it.
                  skipped    shop-new            It is empty: the next run after its first commit registers it.
                  to import  shop-assets         Aikido does not list it yet.
                  skipped    $/Shop Front        Aikido does not list this TFVC repository; add it once in Aikido's web page.
                Plan: success. 7 found, 7 selected, 0 already monitored, 4 to activate, 3 skipped, 0 failed (calls)""");
        assertThat(text(runs.connect(request))).isEqualTo(TFVC_WARNING + """
                Repositories (7)
                  activated  shop-web            It was not monitored until now.
                  activated  shop-api            It was not monitored until now.
                  activated  Zahlungs Übersicht  It was not monitored until now.
                  skipped    shop-archive        It is disabled in Azure DevOps, so Aikido cannot read it.
                  skipped    shop-new            It is empty: the next run after its first commit registers it.
                  activated  shop-assets         It was not monitored until now.
                  skipped    $/Shop Front        Aikido does not list this TFVC repository; add it once in Aikido's web page.
                Connect: success. 7 found, 7 selected, 0 already monitored, 4 activated, 3 skipped, 0 failed (calls)""");
        assertThat(text(runs.connect(request))).isEqualTo(TFVC_WARNING + """
                Repositories (7)
                  never scanned  shop-web            Aikido monitors it. It was not scanned yet.
                  never scanned  shop-api            Aikido monitors it. It was not scanned yet.
                  never scanned  Zahlungs Übersicht  Aikido monitors it. It was not scanned yet.
                  skipped        shop-archive        It is disabled in Azure DevOps, so Aikido cannot read it.
                  skipped        shop-new            It is empty: the next run after its first commit registers it.
                  never scanned  shop-assets         Aikido monitors it. It was not scanned yet.
                  skipped        $/Shop Front        Aikido does not list this TFVC repository; add it once in Aikido's web page.
                Connect: success. 7 found, 7 selected, 4 already monitored, 0 activated, 3 skipped, 0 failed (calls)""");
    }

    @Test
    void ofTheProjectsOfAnOrganization(Simulator simulator) {
        assertThat(text(runs.list(request(simulator).project(null).build()))).isEqualTo("""
                Projects (2)
                  Shop Front  0b8f4a52-6a1d-4a58-9c53-2f0de1c4a701
                  Payments    0b8f4a52-6a1d-4a58-9c53-2f0de1c4a702
                List: success (calls)""");
    }

    @Test
    void ofTheRepositoriesOfAProject(Simulator simulator) {
        assertThat(text(runs.list(request(simulator).build()))).endsWith("""
                Repositories (7)
                  git   shop-web            active    main
                  git   shop-api            active    main
                  git   Zahlungs Übersicht  active    main
                  git   shop-archive        disabled  main
                  git   shop-new            empty
                  git   shop-assets         active    main
                  tfvc  $/Shop Front        active
                List: success (calls)""");
    }

    @Test
    void ofAFailure(Simulator simulator) {
        ConnectReport report =
                runs.connect(request(simulator).includes(List.of("nothing-*")).build());
        assertThat(text(report).lines())
                .last()
                .isEqualTo(
                        "Connect: failed. 7 found, 0 selected, 0 already monitored, 0 activated, 7 skipped, 0 failed "
                                + "(calls)");
        assertThat(text(report))
                .contains("[NO_REPOSITORY_SELECTED] None of the 7 repositories is selected. Check ")
                .contains("  skipped  shop-web            No include matches it.\n");
    }

    @Test
    void ofProgressInTheOrderInWhichThingsHappen(Simulator simulator) {
        runs.connect(
                request(simulator).includes(List.of("shop-web", "shop-api")).build());
        assertThat(runs.progress)
                .filteredOn(progress -> progress instanceof Progress.Step)
                .extracting(Progress::message)
                .containsExactly(
                        "Reading Azure DevOps and Aikido",
                        "Starting Aikido's import of new repositories",
                        "Reading Aikido's list again to verify the changes");
        assertThat(runs.progress)
                .filteredOn(Progress.Item.class::isInstance)
                .extracting(progress -> ((Progress.Item) progress).done() + " of " + ((Progress.Item) progress).total())
                .containsExactly("1 of 2", "2 of 2");
    }

    @Test
    void isToldToAListenerWhoseFaultsDoNoHarm(Simulator simulator) {
        AikidoConnect aikido = AikidoConnect.builder()
                .progress(event -> {
                    throw new IllegalStateException("A listener's own fault");
                })
                .build();
        assertThat(aikido.connect(request(simulator).build()).isSuccess()).isTrue();
    }

    private static String text(ConnectReport report) {
        return report.toText().replaceAll("\\(\\d+ calls to Azure DevOps, \\d+ to Aikido\\)", "(calls)");
    }
}
