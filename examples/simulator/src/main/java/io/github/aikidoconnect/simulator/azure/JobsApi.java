package io.github.aikidoconnect.simulator.azure;

import static io.github.aikidoconnect.simulator.http.Json.object;

import io.github.aikidoconnect.simulator.entra.IssuedTokens;
import io.github.aikidoconnect.simulator.http.Answer;
import java.util.Objects;

/** The jobs of Azure Pipelines: a job exchanges its token for one that Microsoft Entra accepts. */
final class JobsApi {
    private final IssuedTokens tokens;
    private final Refusals refusals;

    JobsApi(IssuedTokens tokens, Refusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    /** The refusal of an unknown service connection is a guess. */
    Answer federatedToken(Visit visit) {
        if (!visit.token().ofBuildService()) {
            return refusals.unauthorized();
        }
        String connection = Objects.requireNonNullElse(visit.call().parameter("serviceConnectionId"), "");
        return tokens.federatedToken(connection)
                .map(token -> Answer.json(200, object("oidcToken", token)))
                .orElseGet(() -> refusals.json(
                        404,
                        "EndpointNotFoundException",
                        "Service connection with ID " + connection
                                + " was not found, or the pipeline may not use it."));
    }
}
