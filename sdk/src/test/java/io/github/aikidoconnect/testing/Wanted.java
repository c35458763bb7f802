package io.github.aikidoconnect.testing;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Connectivity;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.RepositorySettings;
import io.github.aikidoconnect.RepositorySettingsBuilder;
import io.github.aikidoconnect.Sensitivity;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import java.util.List;
import java.util.function.UnaryOperator;

/** Settings that runs want for repositories, and what Aikido has then. */
public final class Wanted {

    private Wanted() {}

    /** Settings for all repositories, of which a test changes what it is about. */
    public static RepositorySettings all(UnaryOperator<RepositorySettingsBuilder> change) {
        return change.apply(RepositorySettingsBuilder.builder()).build();
    }

    /** The three settings that Aikido's list contains. */
    public static RepositorySettings listed() {
        return all(settings -> settings.sensitivity(Sensitivity.SENSITIVE)
                .connectivity(Connectivity.NOT_CONNECTED)
                .labels(List.of("azure:{project}")));
    }

    /** A request for the shop with settings. */
    public static ConnectRequest request(Simulator simulator, RepositorySettings... settings) {
        return with(Setup.request(simulator), settings).build();
    }

    /** Adds settings to a request. */
    public static ConnectRequest.Builder with(ConnectRequest.Builder request, RepositorySettings... settings) {
        return request.afterConnecting(after -> after.plusSettings(List.of(settings)));
    }

    /** A repository in the first workspace. */
    public static CodeRepository of(Simulator simulator, String name) {
        return simulator.workspace().repositories().stream()
                .filter(repository -> repository.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A repository in a report. */
    public static RepositoryReport of(ConnectReport report, String name) {
        return report.repositories().stream()
                .filter(repository -> repository.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The calls to Aikido since the given number of exchanges, in their order. */
    public static List<String> aikidoCallsSince(Simulator simulator, int before) {
        return simulator.exchanges().stream()
                .skip(before)
                .filter(Exchange::aikidoApi)
                .map(Exchange::summary)
                .toList();
    }
}
