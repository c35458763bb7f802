package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.internal.aikido.AikidoException.Kind;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.Json;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the answer to a write has to say before the write counts as done. The forms are those of Aikido's published API
 * description (2026-10). Any other answer leaves open whether the write had an effect.
 */
enum Confirmation {
    /** {@code {"success": 1}} or {@code {"success": true}}: the description names the type boolean and shows a 1. */
    SUCCESS,
    /** {@code {"status": "ok"}}. */
    STATUS_OK,
    /** Status 204 without a body. */
    NO_CONTENT;

    /**
     * Returns if the answer confirms the write.
     *
     * @param clean removes secrets from what Aikido said
     * @throws AikidoException if it does not; {@link AikidoException#isUncertain() uncertain} unless it says no
     */
    void verify(HttpAnswer answer, UnaryOperator<String> clean) {
        if (this == NO_CONTENT && answer.status() == 204) {
            return;
        }
        Optional<JsonNode> body = Json.read(answer);
        Optional<String> error = body.flatMap(AikidoAnswers::error);
        boolean refused = body.filter(Confirmation::saysNo).isPresent();
        if (refused || error.isPresent()) {
            String detail = error.map(text -> "HTTP " + answer.status() + (text.isEmpty() ? "" : ": " + text))
                    .orElse("it answered that it did not succeed");
            throw new AikidoException(Kind.REFUSED, clean.apply(detail), !refused);
        }
        if (answer.status() != 200 || body.filter(this::isConfirmedBy).isEmpty()) {
            throw AikidoAnswers.undescribed(true);
        }
    }

    private boolean isConfirmedBy(JsonNode body) {
        return switch (this) {
            case SUCCESS -> is(body.path("success"), true);
            case STATUS_OK -> body.path("status").asText().equals("ok");
            case NO_CONTENT -> false;
        };
    }

    private static boolean saysNo(JsonNode body) {
        return is(body.path("success"), false);
    }

    private static boolean is(JsonNode success, boolean wanted) {
        return success.isBoolean()
                ? success.booleanValue() == wanted
                : success.isIntegralNumber() && success.canConvertToInt() && success.intValue() == (wanted ? 1 : 0);
    }
}
