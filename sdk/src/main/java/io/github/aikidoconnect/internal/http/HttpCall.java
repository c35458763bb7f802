package io.github.aikidoconnect.internal.http;

import io.github.aikidoconnect.Transport;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call, as it is sent.
 *
 * @param method the HTTP method in capitals
 * @param uri where to, complete and encoded
 * @param credentials whose call it is
 * @param contentType the type of the body, null without one
 * @param body the body, null without one
 */
public record HttpCall(
        String method,
        URI uri,
        Credentials credentials,
        @Nullable String contentType,
        @Nullable String body) {

    /** A call that reads. */
    public static HttpCall get(URI uri, Credentials credentials) {
        return new HttpCall("GET", uri, credentials, null, null);
    }

    /**
     * Returns whether it can be sent again without a second effect: a read, a method that HTTP defines so (RFC 9110,
     * 9.2.2), or a request for an access token, which the credentials of a client are for.
     */
    public boolean isRepeatable() {
        return !method.equals("POST") || credentials instanceof Credentials.Client;
    }

    /** Returns the call as a transport sends it. */
    Transport.Request request() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        headers.put("User-Agent", "aikido-connect");
        if (contentType != null) {
            headers.put("Content-Type", contentType);
        }
        credentials.header().ifPresent(value -> headers.put("Authorization", value));
        return new Transport.Request(method, uri, headers, body);
    }

    /** Method and address, without the query: for messages. */
    @Override
    public String toString() {
        return request().toString();
    }
}
