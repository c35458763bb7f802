package io.github.aikidoconnect.internal.azure.signin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.http.Credentials;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.HttpCall;
import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.HttpFailure;
import io.github.aikidoconnect.internal.http.Json;
import io.github.aikidoconnect.location.UrlPaths;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Requests access tokens for the managed identity of this machine, as Microsoft documents the instance metadata service
 * ("How to use managed identities for Azure resources on an Azure VM to acquire an access token") and App Service ("How to
 * use managed identities for App Service and Azure Functions"), both read in 2026-11.
 */
final class ManagedIdentityIssuer implements TokenIssuer {

    private static final String METADATA_PATH = "/metadata/identity/oauth2/token?api-version=2018-02-01";
    private static final String APP_SERVICE_QUERY = "?api-version=2019-08-01";

    private final AzureSignIn.ManagedIdentity identity;
    private final SignInCalls calls;

    ManagedIdentityIssuer(AzureSignIn.ManagedIdentity identity, SignInCalls calls) {
        this.identity = identity;
        this.calls = calls;
        calls.redactor().add(identity.endpoint().header());
    }

    @Override
    public IssuedToken issue() throws InterruptedException {
        HttpAnswer answer = answer();
        Optional<JsonNode> body = answer.status() == 200 ? Json.read(answer) : Optional.empty();
        Secret token = Secret.of(
                body.flatMap(found -> Json.text(found, "access_token")).orElse(null));
        if (token.isEmpty()) {
            throw EntraAnswers.failure(Issuer.MANAGED_IDENTITY, answer, calls.redactor()::clean);
        }
        calls.redactor().add(token);
        Instant now = calls.time().now();
        return new IssuedToken(token, now, now.plus(life(body.orElseThrow())));
    }

    private HttpAnswer answer() throws InterruptedException {
        boolean metadata = identity.endpoint().header().isEmpty();
        Duration waited = Duration.ZERO;
        while (true) {
            HttpAnswer answer = once();
            Optional<Duration> pause = metadata ? MetadataService.pause(answer.status(), waited) : Optional.empty();
            if (pause.isEmpty()) {
                return answer;
            }
            calls.onPause()
                    .accept(new HttpCaller.Pause(
                            pause.get(), Issuer.MANAGED_IDENTITY + " answered with " + answer.status()));
            calls.time().sleep(pause.get());
            waited = waited.plus(pause.get());
        }
    }

    private HttpAnswer once() throws InterruptedException {
        try {
            return calls.http()
                    .send(HttpCall.get(
                            uri(),
                            new Credentials.OfThisMachine(identity.endpoint().header())));
        } catch (HttpFailure e) {
            throw Issuer.MANAGED_IDENTITY.failed(calls.redactor().clean("could not be reached: " + e.getMessage()));
        }
    }

    private URI uri() {
        String url = identity.endpoint().url().replaceAll("/+$", "");
        boolean metadata = identity.endpoint().header().isEmpty();
        String client = identity.clientId()
                .map(id -> "&client_id=" + UrlPaths.encode(id))
                .orElse("");
        return URI.create(url + (metadata ? METADATA_PATH : APP_SERVICE_QUERY) + "&resource=" + RESOURCE + client);
    }

    /** A token whose end is unknown is renewed after a short time. */
    private static Duration life(JsonNode body) {
        return number(body, "expires_in")
                .map(Duration::ofSeconds)
                .or(() -> number(body, "expires_on")
                        .map(Instant::ofEpochSecond)
                        .map(end -> Duration.between(Instant.now(), end)))
                .filter(life -> !life.isNegative() && life.compareTo(Duration.ofDays(2)) < 0)
                .orElse(Duration.ofMinutes(10));
    }

    private static Optional<Long> number(JsonNode body, String member) {
        return Json.text(body, member).filter(text -> text.matches("\\d{1,12}")).map(Long::valueOf);
    }
}
