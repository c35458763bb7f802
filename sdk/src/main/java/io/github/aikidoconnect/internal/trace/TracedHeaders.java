package io.github.aikidoconnect.internal.trace;

import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.internal.http.Redactor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The headers that a trace may contain. Only listed headers are shown, because a proxy may add any header. */
final class TracedHeaders {

    private static final List<String> OF_CALLS = List.of("Accept", "Content-Type", "User-Agent", "Metadata");

    private static final String IDENTITY_HEADER = "X-IDENTITY-HEADER";

    private static final List<String> OF_ANSWERS = List.of(
            "Content-Type",
            "Date",
            "Retry-After",
            "X-RateLimit-Resource",
            "X-RateLimit-Delay",
            "X-RateLimit-Limit",
            "X-RateLimit-Remaining",
            "X-RateLimit-Reset",
            "X-Has-Next-Page",
            "X-TFS-ServiceError",
            "X-VSS-E2EID",
            "ActivityId");

    /** Headers whose presence is useful but whose value may be a secret, an e-mail address or the name of a tenant. */
    private static final List<String> WITHOUT_VALUE =
            List.of("X-VSS-UserData", "x-ms-continuationtoken", "WWW-Authenticate", "Proxy-Authenticate", "Location");

    private TracedHeaders() {}

    static Map<String, String> of(Transport.Request call) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : OF_CALLS) {
            String value = call.headers().get(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        String authorization = call.headers().get("Authorization");
        if (authorization != null) {
            headers.put("Authorization", authorization.substring(0, authorization.indexOf(' ') + 1) + Redactor.MASK);
        }
        if (call.headers().containsKey(IDENTITY_HEADER)) {
            headers.put(IDENTITY_HEADER, Redactor.MASK);
        }
        return headers;
    }

    static Map<String, String> of(Transport.Response answer, Redactor redactor) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : OF_ANSWERS) {
            answer.header(name).ifPresent(value -> headers.put(name, TracedText.of(value, redactor)));
        }
        for (String name : WITHOUT_VALUE) {
            answer.header(name).ifPresent(value -> headers.put(name, Redactor.MASK));
        }
        return headers;
    }
}
