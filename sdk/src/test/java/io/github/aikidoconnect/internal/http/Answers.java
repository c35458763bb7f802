package io.github.aikidoconnect.internal.http;

import io.github.aikidoconnect.Transport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers without a network. */
final class Answers {

    private Answers() {}

    static HttpAnswer of(int status, Map<String, String> headers) {
        return of(status, headers, "the body");
    }

    static HttpAnswer withBody(String body) {
        return of(200, Map.of(), body);
    }

    static HttpAnswer of(int status) {
        return of(status, Map.of());
    }

    private static HttpAnswer of(int status, Map<String, String> headers, String body) {
        return new HttpAnswer(new Transport.Response(
                status,
                headers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                body.getBytes(StandardCharsets.UTF_8)));
    }
}
