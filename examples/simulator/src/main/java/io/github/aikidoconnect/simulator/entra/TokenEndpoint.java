package io.github.aikidoconnect.simulator.entra;

import static io.github.aikidoconnect.simulator.http.Json.object;

import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.scenario.Identity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The token endpoint of the Microsoft identity platform, version 2.0, for client credentials with a secret or an
 * assertion. Codes and texts are from Microsoft's reference of authentication error codes; the status of some is a guess.
 */
final class TokenEndpoint {
    /** The resource of Azure DevOps. */
    static final String RESOURCE = "499b84ac-1321-427f-aa17-267ca6975798";

    /** Microsoft's own library adds the scopes of OpenID Connect, which Entra ignores for client credentials. */
    private static final Set<String> SCOPES = Set.of(RESOURCE + "/.default", "openid", "profile", "offline_access");

    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final IssuedTokens tokens;

    TokenEndpoint(IssuedTokens tokens) {
        this.tokens = tokens;
    }

    Answer token(Call call) {
        Form form = Form.of(call.body());
        String tenant = call.segment("tenant");
        List<Identity> ofTenant = tokens.identities().stream()
                .filter(identity -> identity.tenantId().equalsIgnoreCase(tenant))
                .toList();
        if (ofTenant.isEmpty()) {
            return refuse(
                    400,
                    "invalid_request",
                    90002,
                    "Tenant '" + tenant + "' not found. Check to make sure you"
                            + " have the correct tenant ID and are signing into the correct cloud.");
        }
        if (!form.field("grant_type").equals("client_credentials")) {
            return refuse(
                    400,
                    "unsupported_grant_type",
                    70003,
                    "The app requested an unsupported grant type '" + form.field("grant_type") + "'.");
        }
        if (!SCOPES.containsAll(List.of(form.field("scope").split(" ", -1)))
                || !form.field("scope").contains(RESOURCE)) {
            return refuse(
                    400,
                    "invalid_scope",
                    1002012,
                    "The provided value for scope " + form.field("scope")
                            + " is not valid. Client credential flows must have a scope value with /.default suffixed.");
        }
        String client = form.field("client_id");
        Optional<Identity> identity = ofTenant.stream()
                .filter(each -> each.clientId().equalsIgnoreCase(client))
                .findFirst();
        return identity.map(found -> token(found, form))
                .orElseGet(() -> refuse(
                        400,
                        "unauthorized_client",
                        700016,
                        "Application with identifier '" + client + "' was not found in the directory 'Contoso'."));
    }

    private Answer token(Identity identity, Form form) {
        if (form.field("client_assertion_type").equals(JWT_BEARER)) {
            return tokens.trusts(identity, form.field("client_assertion"))
                    ? issue(identity)
                    : refuse(
                            401,
                            "invalid_client",
                            700213,
                            "No matching federated identity record found for presented"
                                    + " assertion subject. Check your federated identity credential Subject, Audience and"
                                    + " Issuer against the presented assertion.");
        }
        String secret = form.field("client_secret");
        if (secret.isEmpty()) {
            return refuse(
                    401,
                    "invalid_client",
                    7000218,
                    "The request body must contain the following parameter:"
                            + " 'client_assertion' or 'client_secret'.");
        }
        if (!secret.equals(identity.secret())) {
            return refuse(
                    401,
                    "invalid_client",
                    7000215,
                    "Invalid client secret provided. Ensure the secret being"
                            + " sent in the request is the client secret value, not the client secret ID, for a secret added"
                            + " to app '" + identity.clientId() + "'.");
        }
        if (identity.secretExpired()) {
            return refuse(
                    401,
                    "invalid_client",
                    7000222,
                    "The provided client secret keys for app '" + identity.clientId() + "' are expired.");
        }
        return issue(identity);
    }

    private Answer issue(Identity identity) {
        return Answer.json(
                200,
                object(
                        "token_type",
                        "Bearer",
                        "expires_in",
                        identity.tokenSeconds(),
                        "ext_expires_in",
                        identity.tokenSeconds(),
                        "access_token",
                        tokens.issue(identity).value()));
    }

    private static Answer refuse(int status, String error, int code, String text) {
        String trace = UUID.randomUUID().toString();
        String correlation = UUID.randomUUID().toString();
        String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
        return Answer.json(
                status,
                object(
                        "error",
                        error,
                        "error_description",
                        "AADSTS" + code + ": " + text + " Trace ID: " + trace + " Correlation ID: " + correlation
                                + " Timestamp: " + time,
                        "error_codes",
                        List.of(code),
                        "timestamp",
                        time,
                        "trace_id",
                        trace,
                        "correlation_id",
                        correlation,
                        "error_uri",
                        "https://login.microsoftonline.com/error?code=" + code));
    }
}
