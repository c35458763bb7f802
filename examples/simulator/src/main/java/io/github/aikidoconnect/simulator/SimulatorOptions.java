package io.github.aikidoconnect.simulator;

import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to start a simulator.
 *
 * @param scenario what the services hold and how they behave
 * @param port the port, 0 for a free one
 * @param certificate what to speak HTTPS with, or null for HTTP
 * @param journalFile a file that gets a line of JSON for every exchange, or null
 */
@RecordBuilder
public record SimulatorOptions(
        Scenario scenario,
        int port,
        @Nullable Certificate certificate,
        @Nullable Path journalFile) implements SimulatorOptionsBuilder.With {
    /** HTTP on a free port. */
    public static SimulatorOptions of(Scenario scenario) {
        return new SimulatorOptions(scenario, 0, null, null);
    }
}
