package io.github.aikidoconnect.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * The simulated Aikido.
 *
 * @param tokenLifetimeSeconds the lifetime of an access token; 0 means an hour
 * @param accessTokens the form of the access tokens
 * @param workspaces the workspaces, each with its own API clients
 */
@RecordBuilder
public record AikidoScenario(int tokenLifetimeSeconds, AccessTokens accessTokens, List<Workspace> workspaces)
        implements AikidoScenarioBuilder.With {
    public AikidoScenario {
        tokenLifetimeSeconds = tokenLifetimeSeconds == 0 ? 3600 : tokenLifetimeSeconds;
        accessTokens = accessTokens == null ? AccessTokens.JWT : accessTokens;
        workspaces = workspaces == null ? List.of() : List.copyOf(workspaces);
    }

    static AikidoScenario empty() {
        return AikidoScenarioBuilder.builder().build();
    }

    /** The form of the access tokens from the token endpoint. */
    public enum AccessTokens {
        /** A JSON Web Token whose claim {@code scope} lists the scopes of the client, separated by spaces. */
        @JsonProperty("jwt")
        JWT,
        /** A text without a structure, which OAuth also allows. */
        @JsonProperty("opaque")
        OPAQUE
    }
}
