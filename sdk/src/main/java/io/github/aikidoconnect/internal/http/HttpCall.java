package io.github.aikidoconnect.internal.http;

import io.github.aikidoconnect.Transport;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request.
 *
 * @param method the HTTP method in capital letters
 * @param uri the complete, encoded URL
 * @param credentials the credentials
 * @param contentType the type of the body, null without one
 * @param body the body, null without one
 */
public record HttpCall(
        String method,
        URI uri,
        Credentials credentials,
        @Nullable String contentType,
        @Nullable String body) {

    /** Returns a call that reads. */
    public static HttpCall get(URI uri, Credentials credentials) {
        return new HttpCall("GET", uri, credentials, null, null);
    }

    /**
     * Returns whether the call can be repeated without a second effect: a read, an idempotent method (RFC 9110, 9.2.2),
     * or a request for an access token with the credentials of a client.
     */
    public boolean isRepeatable() {
        return !method.equals("POST")
                || credentials instanceof Credentials.Client
                || credentials instanceof Credentials.InBody;
    }

    /** Returns the request for a transport. */
    Transport.Request request() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        headers.put("User-Agent", "aikido-connect");
        if (contentType != null) {
            headers.put("Content-Type", contentType);
        }
        headers.putAll(credentials.headers());
        return new Transport.Request(method, uri, headers, body);
    }

    /** Returns method and URL without the query, for messages. */
    @Override
    public String toString() {
        return request().toString();
    }
}
