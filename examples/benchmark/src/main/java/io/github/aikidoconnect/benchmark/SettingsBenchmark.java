package io.github.aikidoconnect.benchmark;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Connectivity;
import io.github.aikidoconnect.RepositorySettingsBuilder;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.Sensitivity;
import io.github.aikidoconnect.simulator.Simulator;
import java.util.List;

/** Counts the calls that set three settings of each repository, and those of a run that finds nothing to change. */
final class SettingsBenchmark implements Benchmark {

    private static final int REPOSITORIES = 500;
    private static final int SETTINGS = 3;

    @Override
    public void run(Results results) {
        results.heading("Settings of repositories");
        results.columns("repositories", "settings", "first run", "least", "second run", "without settings");
        try (Simulator simulator = Simulator.start(Estate.project(REPOSITORIES, REPOSITORIES, REPOSITORIES));
                AikidoConnect aikido = AikidoConnect.create()) {
            ConnectRequest without =
                    Estate.request(simulator.azureUrl(), simulator.aikidoUrl()).build();
            aikido.connect(without);
            int base = simulator.calls().aikido();
            ConnectRequest request = without.toBuilder()
                    .afterConnecting(after -> after.plusSettings(List.of(RepositorySettingsBuilder.builder()
                            .sensitivity(Sensitivity.SENSITIVE)
                            .connectivity(Connectivity.NOT_CONNECTED)
                            .labels(List.of("azure:{project}"))
                            .build())))
                    .build();
            ConnectReport connected = aikido.connect(request);
            int first = simulator.calls().aikido() - base;
            aikido.connect(request);
            int second = simulator.calls().aikido() - base - first;
            // One call for each setting, what a run without settings needs, and the list once more at the end.
            int least = SETTINGS * REPOSITORIES + base + CallsBenchmark.pages(REPOSITORIES);
            results.row(REPOSITORIES, SETTINGS, first, least, second, base);
            long set = connected.repositories().stream()
                    .flatMap(repository -> repository.settings().stream())
                    .filter(setting -> setting.result() == Result.DONE)
                    .count();
            results.exactly("Settings changed", set, SETTINGS * REPOSITORIES);
            results.exactly("Calls of a first run with settings", first, least);
            results.exactly("Calls of a second run with settings", second, base);
        }
    }
}
