package io.github.aikidoconnect.simulator.aikido;

import static io.github.aikidoconnect.simulator.http.Json.object;

import io.github.aikidoconnect.simulator.http.Answer;

/** The error answers of Aikido. The key of the text differs between operations: {@code error}, {@code reason_phrase}. */
final class Problems {
    private Problems() {}

    static Answer error(int status, String message) {
        return Answer.json(status, object("error", message));
    }

    static Answer unauthorized() {
        return error(401, "The access token is invalid or has expired");
    }

    static Answer missingScope(String scope) {
        return error(403, "You are missing the required scope for this request: '" + scope + "'");
    }

    static Answer tooMany(int calls, long seconds) {
        return error(429, "You have reached the maximum number of calls per minute. (" + calls + " calls per minute)")
                .with("Retry-After", Long.toString(seconds));
    }

    static Answer reason(String phrase) {
        return Answer.json(400, object("status_code", 400, "reason_phrase", phrase));
    }
}
