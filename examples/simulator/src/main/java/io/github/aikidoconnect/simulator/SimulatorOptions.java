package io.github.aikidoconnect.simulator;

import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The options of a simulator.
 *
 * @param scenario the content and behaviour of the services
 * @param port the port, 0 for a free one
 * @param certificate the certificate for HTTPS, null for HTTP
 * @param journalFile a file for one line of JSON for each exchange, or null
 */
@RecordBuilder
public record SimulatorOptions(
        Scenario scenario,
        int port,
        @Nullable Certificate certificate,
        @Nullable Path journalFile) implements SimulatorOptionsBuilder.With {
    /** Returns options for HTTP on a free port. */
    public static SimulatorOptions of(Scenario scenario) {
        return new SimulatorOptions(scenario, 0, null, null);
    }
}
