package io.github.aikidoconnect.simulator.aikido;

import static io.github.aikidoconnect.simulator.http.Json.object;

import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.http.Json;
import io.github.aikidoconnect.simulator.scenario.AikidoScenario.AccessTokens;
import io.github.aikidoconnect.simulator.scenario.ApiClient;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The token endpoint, with client credentials as the only grant, and the issued tokens. */
final class ApiTokens {
    private final int lifetimeSeconds;
    private final AccessTokens form;
    private final List<WorkspaceState> workspaces;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    ApiTokens(int lifetimeSeconds, AccessTokens form, List<WorkspaceState> workspaces) {
        this.lifetimeSeconds = lifetimeSeconds;
        this.form = form;
        this.workspaces = workspaces;
    }

    Answer issue(Call call) {
        Optional<Grant> grant = grant(call.header("authorization"));
        if (grant.isEmpty()) {
            return Answer.json(
                    401, object("error", "invalid_client", "error_description", "Client authentication failed"));
        }
        if (!"client_credentials".equals(grantType(call))) {
            return Answer.json(
                    400,
                    object("error", "unsupported_grant_type", "error_description", "Only client_credentials is known"));
        }
        String token = token(grant.get().client());
        grants.put(token, grant.get());
        return Answer.json(200, object("access_token", token, "token_type", "Bearer", "expires_in", lifetimeSeconds));
    }

    /** Returns a unique token with a fake signature. */
    private String token(ApiClient client) {
        String id = UUID.randomUUID().toString();
        if (form == AccessTokens.OPAQUE) {
            return "fake-access-token-" + id;
        }
        Map<String, Object> header = object("typ", "JWT", "alg", "RS256");
        Map<String, Object> claims =
                object("jti", id, "sub", "fake-subject", "scope", String.join(" ", client.scopes()));
        return base64(Json.write(header)) + "." + base64(Json.write(claims)) + "." + base64("fake-signature");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the grant of the token in an Authorization header, if the token is valid. */
    Optional<Grant> bearer(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.empty();
        }
        return Optional.ofNullable(grants.get(authorization.substring(7).trim()))
                .filter(g -> System.nanoTime() - g.issuedNanos() < TimeUnit.SECONDS.toNanos(lifetimeSeconds));
    }

    private Optional<Grant> grant(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        String given = authorization.substring(6).trim();
        for (WorkspaceState workspace : workspaces) {
            for (ApiClient client : workspace.workspace().clients()) {
                String pair = client.id() + ":" + client.secret();
                if (given.equals(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))) {
                    return Optional.of(new Grant(workspace, client, System.nanoTime()));
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable String grantType(Call call) {
        String type = Objects.requireNonNullElse(call.header("content-type"), "");
        if (type.startsWith("application/json")) {
            return Json.read(call.body()).path("grant_type").asText();
        }
        return Arrays.stream(call.body().split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].equals("grant_type"))
                .map(pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }

    /** An issued token: its workspace, its client and the time. */
    record Grant(WorkspaceState workspace, ApiClient client, long issuedNanos) {}
}
