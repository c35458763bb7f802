package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.aikido.AikidoException.Kind;
import io.github.aikidoconnect.internal.http.Credentials;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.HttpCall;
import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.HttpFailure;
import io.github.aikidoconnect.internal.http.Json;
import io.github.aikidoconnect.internal.http.Redactor;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The OAuth access token of an API client, requested with client credentials and kept until shortly before it expires.
 * {@code POST /api/oauth/token}, {@code Authorization: Basic}, {@code grant_type=client_credentials}.
 */
final class AccessToken {

    private static final long UNKNOWN_LIFETIME_SECONDS = 300;

    /** RFC 6749, A.12. For other characters, the JDK throws an exception that contains the value. */
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

    private final HttpCaller http;
    private final URI endpoint;
    private final Credentials.Client client;
    private final Redactor redactor;
    private final LongSupplier clock;

    private @Nullable Secret current;
    private long renewAt;

    AccessToken(HttpCaller http, URI endpoint, Credentials.Client client, Redactor redactor, LongSupplier clock) {
        this.http = http;
        this.endpoint = endpoint;
        this.client = client;
        this.redactor = redactor;
        this.clock = clock;
    }

    /** Returns a valid token. Concurrent calls share one request for it. */
    synchronized Secret get() throws InterruptedException {
        Secret token = current;
        if (token == null || clock.getAsLong() - renewAt >= 0) {
            token = request();
            current = token;
        }
        return token;
    }

    /** Discards a rejected token, unless another call has replaced it already. */
    synchronized void discard(Secret refused) {
        Secret token = current;
        if (token != null && token.equals(refused)) {
            current = null;
        }
    }

    private Secret request() throws InterruptedException {
        HttpAnswer answer;
        try {
            answer = http.send(new HttpCall(
                    "POST", endpoint, client, "application/x-www-form-urlencoded", "grant_type=client_credentials"));
        } catch (HttpFailure e) {
            throw new AikidoException(Kind.NETWORK, redactor.clean(String.valueOf(e.getMessage())), false);
        }
        if (answer.status() != 200) {
            AikidoException failure = AikidoAnswers.failure(answer, false, redactor::clean);
            // OAuth answers 400 invalid_client or 401 for a wrong client (RFC 6749, 5.2); some gateways answer 403.
            boolean wrongClient = failure.kind() == Kind.REFUSED || failure.kind() == Kind.SCOPE_MISSING;
            throw wrongClient ? new AikidoException(Kind.CREDENTIALS_REJECTED, failure.detail(), false) : failure;
        }
        JsonNode json = Json.read(answer)
                .filter(read -> AikidoAnswers.error(read).isEmpty())
                .filter(read -> Json.text(read, "access_token")
                        .filter(text -> SENDABLE.matcher(text).matches())
                        .isPresent())
                .orElseThrow(() ->
                        new AikidoException(Kind.UNAVAILABLE, "its token endpoint did not return a token", false));
        Secret token = Secret.of(Json.text(json, "access_token").orElseThrow());
        redactor.add(token);
        long lifetime = json.path("expires_in").asLong(UNKNOWN_LIFETIME_SECONDS);
        // The token is renewed when a tenth of its lifetime is left, at most a minute, so that it does not expire on
        // the
        // way.
        long margin = Math.min(TimeUnit.MINUTES.toNanos(1), TimeUnit.SECONDS.toNanos(lifetime) / 10);
        renewAt = clock.getAsLong() + TimeUnit.SECONDS.toNanos(lifetime) - margin;
        return token;
    }
}
