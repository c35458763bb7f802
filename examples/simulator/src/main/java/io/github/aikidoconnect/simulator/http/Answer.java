package io.github.aikidoconnect.simulator.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param status the status
 * @param headers the headers
 * @param body the body, empty for none
 */
public record Answer(int status, Map<String, String> headers, String body) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** Returns an answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), "");
    }

    /** Returns an answer with a body of any type. */
    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    /** Returns a JSON answer. */
    public static Answer json(int status, Object value) {
        return of(status, "application/json; charset=utf-8", Json.write(value));
    }

    /** Returns a copy with an additional header. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
