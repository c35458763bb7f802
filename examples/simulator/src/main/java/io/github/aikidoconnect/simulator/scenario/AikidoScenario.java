package io.github.aikidoconnect.simulator.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * The simulated Aikido.
 *
 * @param tokenLifetimeSeconds how long an access token is good; 0 is an hour
 * @param workspaces the workspaces, each with its own API clients
 */
@RecordBuilder
public record AikidoScenario(int tokenLifetimeSeconds, List<Workspace> workspaces)
        implements AikidoScenarioBuilder.With {
    public AikidoScenario {
        tokenLifetimeSeconds = tokenLifetimeSeconds == 0 ? 3600 : tokenLifetimeSeconds;
        workspaces = workspaces == null ? List.of() : List.copyOf(workspaces);
    }

    static AikidoScenario empty() {
        return new AikidoScenario(0, List.of());
    }
}
