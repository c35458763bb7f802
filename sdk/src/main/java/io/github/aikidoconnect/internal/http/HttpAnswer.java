package io.github.aikidoconnect.internal.http;

import io.github.aikidoconnect.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An answer, read to its end.
 *
 * @param response what the transport received
 */
public record HttpAnswer(Transport.Response response) {

    public int status() {
        return response.status();
    }

    /** Returns the first value of a header, its name in any case. */
    public Optional<String> header(String name) {
        return response.header(name);
    }

    /** Returns the body as it came, a byte order mark included. Not to be changed. */
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

    /** Status and size: a body may hold anything, so it is not shown. */
    @Override
    public String toString() {
        return response.toString();
    }
}
