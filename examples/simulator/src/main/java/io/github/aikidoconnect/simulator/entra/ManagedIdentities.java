package io.github.aikidoconnect.simulator.entra;

import static io.github.aikidoconnect.simulator.http.Json.object;

import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.scenario.Identity;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The endpoints of managed identities: the instance metadata service of a virtual machine, and the endpoint of App
 * Service, as Microsoft documents them.
 */
final class ManagedIdentities {
    private final IssuedTokens tokens;

    ManagedIdentities(IssuedTokens tokens) {
        this.tokens = tokens;
    }

    /** Answers a virtual machine. */
    Answer instanceMetadata(Call call) {
        if (!"true".equalsIgnoreCase(call.header("metadata"))) {
            return Answer.json(
                    400,
                    object("error", "bad_request_102", "error_description", "Required metadata header not specified"));
        }
        return token(
                call,
                "2018-02-01",
                (identity, value) -> object(
                        "access_token",
                        value,
                        "client_id",
                        identity.clientId(),
                        "expires_in",
                        Integer.toString(identity.tokenSeconds()),
                        "expires_on",
                        expiry(identity),
                        "ext_expires_in",
                        Integer.toString(identity.tokenSeconds()),
                        "not_before",
                        Long.toString(Instant.now().getEpochSecond()),
                        "resource",
                        TokenEndpoint.RESOURCE,
                        "token_type",
                        "Bearer"));
    }

    /** Answers an App Service, whose secret header proves that the caller runs in it. */
    Answer appService(Call call) {
        if (!Shop.IDENTITY_HEADER.equals(call.header("x-identity-header"))) {
            return Answer.json(401, object("statusCode", 401, "message", "The identity header is not valid."));
        }
        return token(
                call,
                "2019-08-01",
                (identity, value) -> object(
                        "access_token",
                        value,
                        "client_id",
                        identity.clientId(),
                        "expires_on",
                        expiry(identity),
                        "resource",
                        TokenEndpoint.RESOURCE,
                        "token_type",
                        "Bearer"));
    }

    private Answer token(Call call, String version, BiFunction<Identity, String, Object> body) {
        if (!version.equals(call.parameter("api-version"))
                || !TokenEndpoint.RESOURCE.equals(call.parameter("resource"))) {
            return Answer.json(
                    400, object("error", "invalid_resource", "error_description", "The resource is not valid."));
        }
        String client = Objects.requireNonNullElse(call.parameter("client_id"), "");
        Optional<Identity> identity = tokens.managed(client);
        return identity.map(found ->
                        Answer.json(200, body.apply(found, tokens.issue(found).value())))
                .orElseGet(() -> Answer.json(
                        400, object("error", "invalid_request", "error_description", "Identity not found")));
    }

    private static String expiry(Identity identity) {
        return Long.toString(Instant.now().getEpochSecond() + identity.tokenSeconds());
    }
}
