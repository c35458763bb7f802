package io.github.aikidoconnect.internal.http;

import io.github.aikidoconnect.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A complete response.
 *
 * @param response the response of the transport
 */
public record HttpAnswer(Transport.Response response) {

    public int status() {
        return response.status();
    }

    /** Returns the first value of a header. The name is case-insensitive. */
    public Optional<String> header(String name) {
        return response.header(name);
    }

    /** Returns the body as received, including a byte order mark. The caller must not change it. */
    byte[] bytes() {
        return response.body();
    }

    /** Returns the size of the body in bytes. */
    public int size() {
        return response.body().length;
    }

    /** Returns the body as text. */
    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Returns status and size. The body can contain secrets and is not shown. */
    @Override
    public String toString() {
        return response.toString();
    }
}
