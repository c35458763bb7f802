package io.github.aikidoconnect.simulator.azure;

import static io.github.aikidoconnect.simulator.http.Json.object;

import io.github.aikidoconnect.simulator.entra.IssuedTokens;
import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.util.Objects;

/** The jobs of Azure Pipelines: a job exchanges its token for one that Microsoft Entra accepts. */
record JobsApi(IssuedTokens tokens, Refusals refusals) {

    /** Answers the token of the job, which need not be able to read anything else. The 404 is a guess. */
    Answer federatedToken(Call call) {
        if (!("Bearer " + Shop.JOB_TOKEN).equals(call.header("authorization"))) {
            return refusals.rejected(call);
        }
        if (call.parameter("api-version") == null) {
            return refusals.versionMissing(call);
        }
        String connection = Objects.requireNonNullElse(call.parameter("serviceConnectionId"), "");
        return tokens.federatedToken(connection)
                .map(token -> Answer.json(200, object("oidcToken", token)))
                .orElseGet(() -> refusals.json(
                        404,
                        "EndpointNotFoundException",
                        "Service connection with ID " + connection
                                + " was not found, or the pipeline may not use it."));
    }
}
