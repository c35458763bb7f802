package io.github.aikidoconnect.simulator.entra;

import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Route;
import java.util.Map;

/** The simulated Microsoft Entra, and the endpoints of managed identities beside it. */
public final class EntraService {
    private final TokenEndpoint endpoint;
    private final ManagedIdentities managed;

    public EntraService(IssuedTokens tokens) {
        this.endpoint = new TokenEndpoint(tokens);
        this.managed = new ManagedIdentities(tokens);
    }

    /** Returns the routes for GET by their paths, in the notation of the HTTP library. */
    public Map<String, Route> gets() {
        return Map.of(
                "/entra/metadata/identity/oauth2/token",
                managed::instanceMetadata,
                "/entra/msi/token",
                managed::appService);
    }

    /** Returns the routes for POST. */
    public Map<String, Route> posts() {
        return Map.of("/entra/{tenant}/oauth2/v2.0/token", endpoint::token);
    }

    /** Returns the route for all other calls. */
    public Route others() {
        return call -> Answer.empty(404);
    }
}
